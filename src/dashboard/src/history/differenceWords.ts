import { DifferenceKind, type FieldDifference, type PlanDifference } from '../gen/careteam/v1/history_pb';
import { dateWords, plainDays, clockWords } from '../words/times';

export interface DifferenceWords {
  /** What the thing is called; empty where the heading says it all. */
  subject: string;
  changes: string[];
  kind: 'new' | 'gone' | 'changed';
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
/** What follows from something else that is told, or says nothing to people. */
const aside = /\bids?$|^attainment, (value|baseline|unit|measured at|reached)$|^occurrences completed$|definition version|\bversion$/;

/** A difference as people say it, under the heading of its area: without ids, days and times in the clinic's words. Undefined when nothing of it is for people. */
export function differenceWords({ kind, area, subject, fields }: PlanDifference): DifferenceWords | undefined {
  const name = uuid.test(subject) || subject === area.replaceAll('_', ' ') ? '' : capital(plainly(subject));
  if (kind !== DifferenceKind.CHANGED) return { subject: name, changes: [], kind: kind === DifferenceKind.ADDED ? 'new' : 'gone' };
  const told = fields.filter(({ field, before, after }) => !aside.test(field) && !uuid.test(before) && !uuid.test(after)).map((field) => change(field, area)).filter(Boolean);
  return told.length === 0 ? undefined : { subject: name, changes: told, kind: 'changed' };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function change({ field, before, after }: FieldDifference, area: string): string {
  if (field === 'attainment, percent') return after === '' ? '' : `${Math.floor(Number(after))} % of the way`;
  const name = field === area.replaceAll('_', ' ') ? '' : `${field.replaceAll(', ', ' ')} `;
  const [from, to] = [plainly(before), plainly(after)];
  if (from === '' && to === '') return `${name}changed`;
  if (from === '') return `${name}${to}`;
  if (to === '') return `${name}no longer ${from}`;
  return from === to ? `${name}changed in detail` : `${name}${from} → ${to}`;
}

/** "2026-03-09 14:03 UTC" is "9 Mar, 14:03" where the reader is; 2026-03-09 is "9 Mar". */
const plainly = (text: string) => plainDays(text.replace(/\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) UTC\b/g, (_, day: string, time: string) => {
  const at = new Date(`${day}T${time}:00Z`);
  return `${dateWords(at)}, ${clockWords(at)}`;
}));
