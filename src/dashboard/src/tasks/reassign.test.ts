import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { expect, test, vi } from 'vitest';
import { PlanConflictSchema, PlanEventSchema } from '../gen/careteam/v1/plan_event_pb';

vi.mock('../calls/clients', () => ({ taskCalls: {} }));
const { reassign } = await import('./reassign');

const wish = { planId: 'p', version: 7, taskId: 't1', assigneeId: 'park' };
const note = create(PlanEventSchema, { version: 8, change: { case: 'noteSubmitted', value: {} } });
const taken = (taskId: string) => create(PlanEventSchema, { version: 8, change: { case: 'taskReassigned', value: { taskId } } });
const aborted = (events: (typeof note)[]) => new ConnectError('conflict', Code.Aborted, undefined, [
  { desc: PlanConflictSchema, value: create(PlanConflictSchema, { expectedVersion: 7, currentVersion: 8, events }) },
]);
const answering = (...answers: (Error | object)[]) => vi.fn(async () => {
  const answer = answers.shift()!;
  if (answer instanceof Error) throw answer;
  return answer as never;
});

test('What came between and is about something else is passed over', async () => {
  const send = answering(aborted([note, taken('t2')]), {});
  expect(await reassign(wish, send)).toBeUndefined();
  expect(send.mock.calls.map(([request]: any) => request.expectedVersion)).toEqual([7, 8]);
});

test('Who was faster with the same task is told, and nothing is sent again', async () => {
  const send = answering(aborted([note, taken('t1')]));
  const overtaken = await reassign(wish, send);
  expect(overtaken!.version).toBe(8);
  expect(overtaken!.events.map((event) => event.change.case)).toEqual(['taskReassigned']);
  expect(send).toHaveBeenCalledTimes(1);
});

test('Another failure is a failure', async () => {
  await expect(reassign(wish, answering(new ConnectError('no', Code.PermissionDenied)))).rejects.toThrow('no');
});
