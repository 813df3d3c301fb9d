import type { MessageInitShape } from '@bufbuild/protobuf';
import { toNumber } from '../notes/draft';
import { ExerciseStatus, type Exercise } from '../gen/careteam/v1/exercise_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { RecordSessionRequestSchema, TherapyOrder } from '../gen/careteam/v1/therapy_pb';
import { SessionAttendance, SessionPurpose, type Intervention } from '../gen/careteam/v1/therapy_session_pb';
import { activityWords } from '../words/therapy';
import { today } from '../words/times';

const doneFields = ['sets', 'repetitions', 'minutes', 'metres', 'load'] as const;
export type DoneField = (typeof doneFields)[number];

/** An exercise as it was done; numbers as they were typed. */
export interface DoneDraft {
  exerciseId: string;
  name: string;
  done: boolean;
  sets: string;
  repetitions: string;
  minutes: string;
  metres: string;
  load: string;
  loadUnit: string;
  rpe: string;
  /** What its dose speaks of is asked for, also while a number is being corrected. */
  fields: DoneField[];
}

/** A session as it is being logged: what the form holds and the browser keeps. */
export interface SessionDraft {
  therapyOrderId: string;
  patient: string;
  sessionDate: string;
  attendance: SessionAttendance;
  attendanceReason: string;
  purpose: SessionPurpose;
  supervisorId: string;
  timedMinutes: string;
  untimedMinutes: string;
  painBefore: string;
  painAfter: string;
  interventions: Intervention[];
  exercises: DoneDraft[];
  activities: { activityQuotaId: string; name: string; unitOf: number; amount: string }[];
  response: string;
}

const typed = (n: number | undefined) => (n ? `${n}` : '');

const withFields = (one: Omit<DoneDraft, 'fields'>): DoneDraft =>
  ({ ...one, fields: doneFields.filter((field) => one[field] !== '' || (field === 'sets' && one.minutes === '' && one.metres === '')) });

const asPrescribed = ({ exerciseId, name, dose }: Exercise): DoneDraft => withFields({
  exerciseId, name, done: false, sets: typed(dose?.sets), repetitions: typed(dose?.repetitions), minutes: typed(dose?.minutes), metres: typed(dose?.metres),
  load: typed(dose?.load?.value), loadUnit: dose?.load?.unit ?? '', rpe: '',
});

/** A draft from the shelf or the queue: an earlier page kept it without its fields. */
export const shownAgain = (draft: SessionDraft): SessionDraft =>
  ({ ...draft, exercises: draft.exercises.map((one) => ('fields' in one ? one : withFields(one))) });

/** What the order asks for, to be confirmed. */
export function sessionDraftOf(order: TherapyOrder, plan: Pick<CarePlan, 'patient' | 'exercises' | 'activityQuotas'>, supervisorId: string): SessionDraft {
  return {
    therapyOrderId: order.therapyOrderId, patient: plan.patient?.name ?? '', sessionDate: today(), attendance: SessionAttendance.ATTENDED, attendanceReason: '',
    purpose: SessionPurpose.TREATMENT, supervisorId, timedMinutes: '', untimedMinutes: '', painBefore: '', painAfter: '', interventions: [],
    exercises: plan.exercises.filter((exercise) => exercise.therapyOrderId === order.therapyOrderId && exercise.status === ExerciseStatus.ACTIVE).map(asPrescribed),
    activities: plan.activityQuotas.filter((quota) => quota.therapyOrderId === order.therapyOrderId)
      .map(({ activityQuotaId, activity }) => ({ activityQuotaId, name: activityWords(activity), unitOf: activity, amount: '' })),
    response: '',
  };
}

const attended = (draft: SessionDraft) => draft.attendance === SessionAttendance.ATTENDED;
/** Something was typed or chosen that is not there by itself. */
export const isBegun = (draft: SessionDraft) =>
  !attended(draft) || [draft.timedMinutes, draft.untimedMinutes, draft.painBefore, draft.painAfter, draft.response, ...draft.activities.map(({ amount }) => amount)].some((text) => text.trim() !== '')
  || draft.interventions.length > 0 || draft.exercises.some(({ done }) => done);

/** What nobody has begun is as it is prescribed now, and about today, also when that was another day before; a day that was chosen stays. */
export function renewed(draft: SessionDraft, fresh: SessionDraft, dayBefore: string): SessionDraft {
  if (isBegun(draft)) return draft;
  const { purpose, supervisorId, sessionDate } = draft;
  return { ...fresh, purpose, supervisorId, sessionDate: sessionDate === dayBefore ? fresh.sessionDate : sessionDate };
}

const longestMinutes = 480;

/** What RecordSession takes of a number, and that in words. */
interface Bounds {
  take: (n: number) => boolean;
  words: string;
}
const from = (least: number, most: number): Bounds => ({ take: (n) => n >= least && n <= most, words: `from ${least} to ${most}` });
const upTo = (most: number) => from(0, most);
const pain: Bounds = { take: (n) => Number.isInteger(n) && n >= 0 && n <= 10, words: 'a whole number from 0 to 10' };
const load: Bounds = { take: (n) => n > 0 && n <= 1_000, words: 'above 0, up to 1000' };
const borg = from(6, 20);

const numbers = (draft: SessionDraft): [string, string, Bounds][] => [
  ['Minutes', draft.timedMinutes, upTo(longestMinutes)], ['Untimed minutes', draft.untimedMinutes, upTo(longestMinutes)],
  ['Pain before', draft.painBefore, pain], ['Pain after', draft.painAfter, pain],
  ...draft.exercises.filter(({ done }) => done).flatMap((one): [string, string, Bounds][] => [
    [`${one.name}, sets`, one.sets, upTo(20)], [`${one.name}, repetitions`, one.repetitions, upTo(200)], [`${one.name}, minutes`, one.minutes, upTo(240)],
    [`${one.name}, metres`, one.metres, upTo(50_000)], [`${one.name}, load`, one.load, load], [`${one.name}, exertion`, one.rpe, borg],
  ]),
  ...draft.activities.map(({ name, amount }): [string, string, Bounds] => [name, amount, upTo(100_000)]),
];

/** Why the session cannot be handed in yet; empty when it can. */
export function whyNotSession(draft: SessionDraft): string {
  if (draft.sessionDate === '' || draft.sessionDate > today()) return 'Say on which day the session was; it cannot be a later one than today.';
  if (!attended(draft)) return draft.attendanceReason.trim() === '' ? 'Say why it did not take place.' : '';
  for (const [name, text, bounds] of numbers(draft).filter(([, text]) => text.trim() !== '')) {
    if (Number.isNaN(toNumber(text))) return `${name}: this is a number.`;
    if (!bounds.take(toNumber(text))) return `${name}: ${bounds.words}.`;
  }
  return whole(draft.timedMinutes) + whole(draft.untimedMinutes) > longestMinutes ? `Timed and untimed minutes: at most ${longestMinutes} together.` : '';
}

const whole = (text: string) => (text.trim() === '' ? 0 : Math.round(toNumber(text)));
const painOf = (text: string) => (text.trim() === '' ? undefined : toNumber(text));

/** Nothing was done in a session that did not take place, so nothing of it is sent. */
export function sessionRequest(draft: SessionDraft): MessageInitShape<typeof RecordSessionRequestSchema> {
  const { therapyOrderId, sessionDate, attendance, purpose } = draft;
  if (!attended(draft)) return { therapyOrderId, sessionDate, attendance, purpose, attendanceReason: draft.attendanceReason.trim() };
  return {
    therapyOrderId, sessionDate, attendance, purpose, supervisingPersonId: draft.supervisorId, timedMinutes: whole(draft.timedMinutes), untimedMinutes: whole(draft.untimedMinutes),
    painBefore: painOf(draft.painBefore), painAfter: painOf(draft.painAfter), interventions: draft.interventions, response: draft.response.trim(),
    exercises: draft.exercises.filter(({ done }) => done).map((one) => ({
      exerciseId: one.exerciseId, sets: whole(one.sets), repetitions: whole(one.repetitions), minutes: whole(one.minutes), metres: whole(one.metres), rpe: whole(one.rpe),
      load: one.load.trim() === '' || one.loadUnit === '' ? undefined : { value: toNumber(one.load), unit: one.loadUnit },
    })),
    activities: draft.activities.filter(({ amount }) => amount.trim() !== '').map(({ activityQuotaId, amount }) => ({ activityQuotaId, amount: toNumber(amount) })),
  };
}
