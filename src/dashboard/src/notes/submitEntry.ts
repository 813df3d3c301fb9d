import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { noteCalls, outcomeCalls, therapyCalls } from '../calls/clients';
import { TestCompletion } from '../gen/careteam/v1/outcome_pb';
import { reportRequest } from '../sessions/reportDraft';
import { sessionRequest } from '../sessions/sessionDraft';
import { toNumber, type Measured } from './draft';
import type { QueuedEntry } from './noteShelf';

export type Submit = (entry: QueuedEntry) => Promise<unknown>;

/** The entry as the command that it is, always with the same request_id. */
export const submitEntry: Submit = (entry) => {
  const { planId, requestId, overrides } = entry;
  const at = timestampFromDate(new Date(entry.encounterAt));
  if (entry.kind === 'session') return therapyCalls.recordSession({ planId, requestId, overrides, ...sessionRequest(entry.session) });
  if (entry.kind === 'report') return therapyCalls.fileProgressReport({ planId, requestId, overrides, ...reportRequest(entry.report) });
  if (entry.kind === 'measure') {
    const { instrumentId, form, referenceWindow, completion, stopReason } = entry.measured;
    return outcomeCalls.recordOutcome({ planId, requestId, measuredAt: at, instrumentId, form, referenceWindow, completion, stopReason, answers: answersOf(entry.measured) });
  }
  return noteCalls.submitNote({
    planId, requestId, encounterAt: at, body: { form: { case: 'soap', value: entry.soap } }, redFlagChecks: entry.checks, taskIds: entry.taskIds,
  });
};

/** Items that were left out stand as unset answers, so that the others keep their places. */
function answersOf({ answers, activities, unit, coded, completion, fewerWillDo }: Measured) {
  if (completion === TestCompletion.UNABLE) return [];
  return answers
    .map((answer, i) => (answer.trim() === '' ? {} : coded ? { code: answer } : { value: toNumber(answer), activity: activities[i] ?? '', unit }))
    .filter((answer) => !fewerWillDo || 'code' in answer || 'value' in answer);
}
