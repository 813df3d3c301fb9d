import type { PlanEvent } from '../../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../../gen/careteam/v1/plan_pb';
import { ProcedureKind } from '../../gen/careteam/v1/procedure_pb';
import { disciplineWords, enumWords } from '../enums';
import { studyWords } from '../studies';
import { deviceWords } from '../therapy';

export interface EventWords {
  /** Follows the name of who did it: "Tomás Rivera *accepted PT evaluation*". */
  did: string;
  /** A reason, a finding, an outcome: what the person wrote. */
  because: string;
}

/** The words of one area: undefined for an event of another. */
export type AreaWords = (event: PlanEvent, called: Called) => EventWords | undefined;

export const said = (did: string, because = ''): EventWords => ({ did, because });

export const quoted = (text: string | undefined) => (text ? `“${text}”` : undefined);

/** Words that begin in capitals, further on in a sentence. */
export const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

export const withArticle = (name: string) => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

/** The clocks call what a task is due for "Due: ..."; the sentence around it says that already. */
export const dueTitle = (title: string | undefined) => title?.replace(/^Due: /, '');

/** "“Deadlift”: 3 × 8, 30 lb". */
export const withFacts = (what: string, facts = '') => (facts === '' ? what : `${what}: ${facts}`);

/** What the things of a plan are called. */
export class Called {
  constructor(private readonly plan: CarePlan | undefined) {}

  task(id: string) {
    return quoted(this.plan?.tasks.find((t) => t.taskId === id)?.title) ?? 'a task';
  }

  goal(id: string) {
    return quoted(this.plan?.goals.find((g) => g.goalId === id)?.description) ?? 'a goal';
  }

  medication(id: string) {
    return this.plan?.medications.find((m) => m.medicationId === id)?.name ?? 'a medication';
  }

  allergy(id: string) {
    return this.plan?.allergies.find((a) => a.allergyId === id)?.substance || 'something';
  }

  procedure(id: string) {
    const kind = this.plan?.procedures.find((p) => p.procedureId === id)?.kind;
    return kind ? inSentence(enumWords(ProcedureKind, kind)) : 'procedure';
  }

  /** An order for therapy is called by its discipline. */
  therapy(orderId: string) {
    const order = this.plan?.therapyOrders.find((o) => o.therapyOrderId === orderId);
    return order === undefined ? 'therapy' : disciplineWords(order.discipline).toLowerCase();
  }

  exercise(id: string) {
    return quoted(this.plan?.exercises.find((e) => e.exerciseId === id)?.name) ?? 'an exercise';
  }

  device(id: string) {
    const device = this.plan?.devices.find((d) => d.deviceId === id);
    return device === undefined ? 'a device' : [`the ${deviceWords(device.kind).toLowerCase()}`, quoted(device.description)].filter(Boolean).join(' ');
  }

  study(id: string) {
    return studyWords(this.plan?.studies.find((s) => s.studyId === id));
  }

  /** A due of the plan, or of a task whose name is its id. */
  due({ kind, subjectId, occurrence }: { kind: string; subjectId: string; occurrence: string }) {
    const due = this.plan?.dues.find((d) => d.kind === kind && d.subjectId === subjectId && d.occurrence === occurrence);
    return quoted(dueTitle(due?.title) || this.plan?.tasks.find((t) => t.taskId === subjectId)?.title) ?? 'what was due';
  }

  member(id: string) {
    return this.plan?.members.find((m) => m.person?.personId === id)?.person?.name ?? 'a member';
  }
}
