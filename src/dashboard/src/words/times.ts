import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export const clockWords = (time: Date | number) => clock.format(time);

/** 2026-03-09 is "9 Mar 2026", without the year when it is this year's. A day has no time zone, so none is applied. */
export function dayWords(day: string, now = new Date()): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  const local = new Date(year, month - 1, date);
  return (year === now.getFullYear() ? dayOfYear : fullDay).format(local);
}

/** "14:03" today, "yesterday 14:03", then "9 Mar, 14:03". */
export function timeWords(at: Timestamp | undefined, now = new Date()): string {
  if (at === undefined) return '';
  const time = timestampDate(at);
  const days = Math.round((midnight(now) - midnight(time)) / 86_400_000);
  if (days === 0) return clock.format(time);
  if (days === 1) return `yesterday ${clock.format(time)}`;
  return `${(time.getFullYear() === now.getFullYear() ? dayOfYear : fullDay).format(time)}, ${clock.format(time)}`;
}

export const isoTime = (at: Timestamp | undefined) => (at === undefined ? undefined : timestampDate(at).toISOString());

/** Today as YYYY-MM-DD where the reader is, to compare due dates with. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

export function ageWords(birthDate: string, now = new Date()): string {
  const [year, month, date] = birthDate.split('-').map(Number);
  if (!year || !month || !date) return '';
  const hadBirthday = now.getMonth() + 1 > month || (now.getMonth() + 1 === month && now.getDate() >= date);
  return `${now.getFullYear() - year - (hadBirthday ? 0 : 1)} years`;
}

const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
