import type { RedFlagKind } from '../gen/careteam/v1/note_pb';
import { TestCompletion } from '../gen/careteam/v1/outcome_pb';

export interface Soap {
  subjective: string;
  objective: string;
  assessment: string;
  plan: string;
}

/** One answer on the red-flag checklist; a flag that was not asked for has none. */
export interface Check {
  kind: RedFlagKind;
  present: boolean;
  finding: string;
}

/** A measurement as it was typed; the server scores it. */
export interface Measured {
  instrumentId: string;
  abbreviation: string;
  form: string;
  referenceWindow: string;
  completion: TestCompletion;
  stopReason: string;
  /** One for each item; empty: left out. Of a status, its code. */
  answers: string[];
  /** What the patient names and rates, one for each answer; empty where the instrument says what is asked. */
  activities: string[];
  /** Empty: the instrument's own. */
  unit: string;
  coded: boolean;
  /** Fewer answers than items are a whole test: empty ones are no answers. */
  fewerWillDo: boolean;
}

/** A note as it is being written: what the form holds and the browser keeps. */
export interface Draft {
  soap: Soap;
  checks: Check[];
  measures: Measured[];
  taskIds: string[];
  /** Whom it is about, for the list of drafts. */
  patient: string;
}

export const emptyDraft = (): Draft => ({ soap: { subjective: '', objective: '', assessment: '', plan: '' }, checks: [], measures: [], taskIds: [], patient: '' });

export const hasText = ({ soap }: Pick<Draft, 'soap'>) => Object.values(soap).some((text: string) => text.trim() !== '');
export const isMeasured = ({ answers, completion }: Measured) => completion === TestCompletion.UNABLE || answers.some((answer) => answer.trim() !== '');
/** What it is about is nothing yet. */
export const isEmpty = (draft: Draft) => !hasText(draft) && draft.checks.length === 0 && !draft.measures.some(isMeasured);

/** Why the draft cannot be handed in yet; empty when it can. */
export function whyNot(draft: Draft): string {
  if (!hasText(draft) && draft.checks.length > 0) return 'The red-flag checklist goes with a note: write at least a line.';
  if (draft.checks.some((check) => check.present && check.finding.trim() === '')) return 'Say of each red flag that is present what was seen or told.';
  const unanswered = draft.measures.find((measured) => !isMeasured(measured));
  if (unanswered !== undefined) return `${unanswered.abbreviation} has no answer: give one, or remove the measure.`;
  if (isEmpty(draft)) return 'Write at least a line, or measure something.';
  const wrong = draft.measures.find(({ answers, coded }) => !coded && answers.some((answer) => answer.trim() !== '' && !Number.isFinite(toNumber(answer))));
  return wrong === undefined ? '' : `${wrong.abbreviation}: answers are numbers.`;
}

/** A note that comes back joins what is being written by now: nothing of either is lost. */
export function joinNote(draft: Draft, { soap, checks, taskIds }: Pick<Draft, 'soap' | 'checks' | 'taskIds'>): Draft {
  const both = (kind: RedFlagKind) => [...draft.checks, ...checks].filter((check) => check.kind === kind);
  const kinds = [...new Set([...draft.checks, ...checks].map(({ kind }) => kind))].sort((a, b) => a - b);
  return {
    ...draft,
    soap: {
      subjective: joinText(draft.soap.subjective, soap.subjective), objective: joinText(draft.soap.objective, soap.objective),
      assessment: joinText(draft.soap.assessment, soap.assessment), plan: joinText(draft.soap.plan, soap.plan),
    },
    checks: kinds.map((kind) => ({ kind, present: both(kind).some(({ present }) => present), finding: joinText(...both(kind).map(({ finding }) => finding)) })),
    taskIds: [...new Set([...draft.taskIds, ...taskIds])],
  };
}

/** Each text once, a line or more of its own. */
export const joinText = (...texts: string[]) => [...new Set(texts.filter((text) => text.trim() !== ''))].join('\n');

/** Decimals as either half of the world writes them. */
export const toNumber = (text: string) => Number(text.trim().replace(',', '.'));
