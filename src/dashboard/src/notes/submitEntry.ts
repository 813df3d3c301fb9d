import { create, toBinary, type DescMessage, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError } from '@connectrpc/connect';
import { noteCalls, outcomeCalls, therapyCalls } from '../calls/clients';
import { AmendNoteRequestSchema, SubmitNoteRequestSchema } from '../gen/careteam/v1/note_pb';
import { RecordOutcomeRequestSchema, TestCompletion } from '../gen/careteam/v1/outcome_pb';
import { FileProgressReportRequestSchema, RecordSessionRequestSchema } from '../gen/careteam/v1/therapy_pb';
import { reportRequest } from '../sessions/reportDraft';
import { sessionRequest } from '../sessions/sessionDraft';
import { toNumber, type Measured } from './draft';
import type { QueuedEntry } from './noteShelf';

export type Submit = (entry: QueuedEntry) => Promise<unknown>;

/** The entry as the command that it is, always with the same request_id. */
export const submitEntry: Submit = async (entry) => {
  let send: () => Promise<unknown>;
  try {
    send = commandOf(entry);
  } catch (error) {
    // The client would call it INTERNAL, and that is what a server says which may do better later. This one no server will ever get.
    throw new ConnectError(`It cannot be sent: ${(error as Error).message}`, Code.InvalidArgument);
  }
  await send();
};

function commandOf(entry: QueuedEntry): () => Promise<unknown> {
  const { planId, requestId, overrides } = entry;
  const at = timestampFromDate(new Date(entry.encounterAt));
  switch (entry.kind) {
    case 'session': return command(RecordSessionRequestSchema, { planId, requestId, overrides, ...sessionRequest(entry.session) }, therapyCalls.recordSession);
    case 'report': return command(FileProgressReportRequestSchema, { planId, requestId, overrides, ...reportRequest(entry.report) }, therapyCalls.fileProgressReport);
    case 'amendment': return command(AmendNoteRequestSchema, { planId, requestId, noteId: entry.noteId, text: entry.text, reason: entry.reason }, noteCalls.amendNote);
    case 'measure': {
      const { instrumentId, form, referenceWindow, completion, stopReason } = entry.measured;
      const measured = { instrumentId, form, referenceWindow, completion, stopReason, answers: answersOf(entry.measured) };
      return command(RecordOutcomeRequestSchema, { planId, requestId, measuredAt: at, ...measured }, outcomeCalls.recordOutcome);
    }
    case 'note': {
      const { soap, checks, taskIds } = entry;
      return command(SubmitNoteRequestSchema, { planId, requestId, encounterAt: at, body: { form: { case: 'soap', value: soap } }, redFlagChecks: checks, taskIds }, noteCalls.submitNote);
    }
  }
}

/** Written down once before it is sent: what cannot be, throws here. */
function command<Desc extends DescMessage>(schema: Desc, fields: MessageInitShape<Desc>, send: (request: MessageShape<Desc>) => Promise<unknown>): () => Promise<unknown> {
  const request = create(schema, fields);
  toBinary(schema, request);
  return () => send(request);
}

/** Items that were left out stand as unset answers, so that the others keep their places. */
function answersOf({ answers, activities, unit, coded, completion, fewerWillDo }: Measured) {
  if (completion === TestCompletion.UNABLE) return [];
  return answers
    .map((answer, i) => (answer.trim() === '' ? {} : coded ? { code: answer } : { value: toNumber(answer), activity: activities[i] ?? '', unit }))
    .filter((answer) => !fewerWillDo || 'code' in answer || 'value' in answer);
}
