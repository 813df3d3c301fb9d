import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { dayNow, timeNow } from './clock.svelte';

/** A format keeps the zone that it was made in, also when the computer goes to another: each writes what a date says here, as if that were UTC. */
const format = (parts: Intl.DateTimeFormatOptions) => {
  const inUtc = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });
  return (time: Date) => inUtc.format(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate(), time.getHours(), time.getMinutes()));
};
const clock = format({ hour: '2-digit', minute: '2-digit' });
const dayOfYear = format({ day: 'numeric', month: 'short' });
const fullDay = format({ day: 'numeric', month: 'short', year: 'numeric' });
const weekday = format({ weekday: 'long', day: 'numeric', month: 'long' });
const dayLength = 86_400_000;

export const clockWords = (time: Date | number) => clock(new Date(time));

/** 2026-03-09 as the midnight with which it begins here. A day has no time zone, so none is applied. */
export function dayDate(day: string): Date | undefined {
  const [year, month, date] = day.split('-').map(Number);
  return year === undefined || !month || !date ? undefined : new Date(year, month - 1, date);
}

/** 2026-03-09 is "9 Mar 2026", without the year when it is this year's. */
export function dayWords(day: string, now = dayNow()): string {
  const local = dayDate(day);
  return local === undefined ? day : dateWords(local, now);
}

/** "Monday 9 March". */
export function longDayWords(day: string): string {
  const local = dayDate(day);
  return local === undefined ? day : weekday(local);
}

export const dateWords = (date: Date, now = dayNow()) => (date.getFullYear() === now.getFullYear() ? dayOfYear : fullDay)(date);

/** How many days a day is after another; negative when it is before. */
export const daysUntil = (day: string, from: string) => Math.round(((dayDate(day)?.getTime() ?? 0) - (dayDate(from)?.getTime() ?? 0)) / dayLength);

/** "today", "tomorrow", "3 days late", "in 5 days", then the day itself. */
export function dueWords(day: string, now = dayNow()): string {
  const local = dayDate(day);
  if (local === undefined) return day;
  const days = Math.round((local.getTime() - midnight(now)) / dayLength);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 0) return days === -1 ? '1 day late' : days > -100 ? `${-days} days late` : `since ${dayWords(day, now)}`;
  return days < 15 ? `in ${days} days` : dayWords(day, now);
}

/** "14:03" today, "yesterday 14:03", then "9 Mar, 14:03". */
export function timeWords(at: Timestamp | undefined, now = dayNow()): string {
  if (at === undefined) return '';
  const time = timestampDate(at);
  const days = Math.round((midnight(now) - midnight(time)) / dayLength);
  if (days === 0) return clock(time);
  if (days === 1) return `yesterday ${clock(time)}`;
  return `${dateWords(time, now)}, ${clock(time)}`;
}

/** The day alone: "9 Mar". */
export const onDayWords = (at: Timestamp | undefined, now = dayNow()) => (at === undefined ? '' : dateWords(timestampDate(at), now));

/** On an axis of time, whose marks begin days unless several are on one: "9 Mar", or "14:00". */
export const tickWords = (tick: Date, now = dayNow()) => (midnight(tick) === tick.getTime() ? dateWords(tick, now) : clockWords(tick));

/** "just now", "4 min ago", "2 h ago", "yesterday", then the day. */
export function agoWords(at: Timestamp | undefined, now = timeNow()): string {
  if (at === undefined) return '';
  const time = timestampDate(at);
  const minutes = Math.floor((now.getTime() - time.getTime()) / 60_000);
  const days = Math.round((midnight(now) - midnight(time)) / dayLength);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (days === 0) return `${Math.floor(minutes / 60)} h ago`;
  return days === 1 ? 'yesterday' : dateWords(time, now);
}

export const isoTime = (at: Timestamp | undefined) => (at === undefined ? undefined : timestampDate(at).toISOString());

/** A day as YYYY-MM-DD where the reader is; today when none is given. */
export function today(now = dayNow()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

export function ageWords(birthDate: string, now = dayNow()): string {
  const [year, month, date] = birthDate.split('-').map(Number);
  if (!year || !month || !date) return '';
  const hadBirthday = now.getMonth() + 1 > month || (now.getMonth() + 1 === month && now.getDate() >= date);
  return `${now.getFullYear() - year - (hadBirthday ? 0 : 1)} years`;
}

const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();

/** Sentences that the server wrote name days as 2026-03-09; people read "9 Mar". */
export const plainDays = (text: string) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayWords(day));
