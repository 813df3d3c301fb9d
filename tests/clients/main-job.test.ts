import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { activePlan, cast, leave, type Cast } from './client/cast.ts';
import { Failure } from './client/failure.ts';
import { protoJson } from './client/protoJson.ts';
import { watchOverGrpc, watchOverHub, type Watcher } from './client/watchers.ts';

let people: Cast;
const watchers: Watcher[] = [];
const watching = <T extends Watcher>(watcher: T) => (watchers.push(watcher), watcher);
const versions = (events: any[]) => events.map((e) => e.version);

before(async () => void (people = await cast()));
after(async () => {
  await Promise.all(watchers.map((watcher) => watcher.stop()));
  await leave(people);
});

const note = (planId: string) => ({
  planId,
  body: { soap: { subjective: 'Leg pain eased to 4/10.', objective: 'SLR negative at 70 degrees.', assessment: 'Centralizing.', plan: 'Continue extension.' } },
});

test('Both watchers see a submitted note and a reassigned task: the same events, every version once, in order', async () => {
  const { planId, taskId } = await activePlan(people);
  const overGrpc = watching(watchOverGrpc(people.physiatrist, planId));
  const overHub = watching(await watchOverHub(people.therapist, planId));
  await Promise.all([overGrpc.completeUpTo(4), overHub.completeUpTo(4)]);

  const submitted = await people.therapist.command('NoteService.SubmitNote', note(planId));
  const reassigned = await people.physiatrist.command('TaskService.ReassignTask', { planId, taskId, assigneeId: people.physiatrist.who.personId });
  assert.equal(submitted.version, 5);
  assert.equal(reassigned.version, 6);

  const fromGrpc = await overGrpc.completeUpTo(6);
  const fromHub = await overHub.completeUpTo(6);
  assert.deepEqual(versions(fromGrpc), [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(fromHub, fromGrpc);
  assert.equal(fromHub[4].noteSubmitted.body.soap.assessment, 'Centralizing.');
  assert.equal(fromHub[5].taskReassigned.assignee.personId, people.physiatrist.who.personId);

  const { events } = await people.physiatrist.call('HistoryService.ListPlanEvents', { planId });
  assert.deepEqual(protoJson(events), fromGrpc);
  const { plan } = await people.therapist.call('PlanService.GetPlan', { planId });
  assert.equal(plan.version, 6);
  assert.equal(plan.notes[0].noteId, submitted.noteId);
});

test('A command sent twice with one request_id is answered alike and makes one event', async () => {
  const { planId } = await activePlan(people);
  const request = { requestId: randomUUID(), ...note(planId) };
  const first = await people.therapist.call('NoteService.SubmitNote', request);
  const [second, third] = await Promise.all([1, 2].map(() => people.therapist.call('NoteService.SubmitNote', request)));
  assert.deepEqual([second, third], [first, first]);

  const { events } = await people.therapist.call('HistoryService.ListPlanEvents', { planId, afterVersion: 4 });
  assert.deepEqual(versions(events), [5]);
});

test('Reassigning from an old version is ABORTED, and tells what came between', async () => {
  const { planId, taskId, version } = await activePlan(people);
  const to = (assigneeId: string) => people.physiatrist.command('TaskService.ReassignTask', { planId, taskId, assigneeId, expectedVersion: version });
  await to(people.physiatrist.who.personId);

  const failure = await to('').then(() => assert.fail('It was reassigned.'), (e) => e);
  assert.ok(failure instanceof Failure, String(failure));
  assert.equal(failure.status, 'ABORTED');
  const conflict = failure.detail('careteam.v1.PlanConflict');
  assert.equal(conflict.planId, planId);
  assert.equal(conflict.expectedVersion, version);
  assert.equal(conflict.currentVersion, version + 1);
  assert.deepEqual(versions(conflict.events), [version + 1]);
  assert.equal(conflict.events[0].taskReassigned.assignee.personId, people.physiatrist.who.personId);
});

test('After a reconnect with the last version comes only what was missed', async () => {
  const { planId } = await activePlan(people);
  const before = { grpc: watching(watchOverGrpc(people.therapist, planId)), hub: watching(await watchOverHub(people.therapist, planId)) };
  for (const watcher of Object.values(before)) {
    assert.equal((await watcher.completeUpTo(4)).length, 4);
    await watcher.stop();
  }
  await people.therapist.command('NoteService.SubmitNote', note(planId));
  await people.therapist.command('NoteService.SubmitNote', note(planId));

  for (const again of [watchOverGrpc(people.therapist, planId, 4), await watchOverHub(people.therapist, planId, 4)])
    assert.deepEqual(versions(await watching(again).completeUpTo(6)), [5, 6], again.name);
});

test('A stranger may not watch, on either transport', async () => {
  const { planId } = await activePlan(people);
  for (const watcher of [watchOverGrpc(people.stranger, planId), await watchOverHub(people.stranger, planId)]) {
    const failure = await watching(watcher).failed();
    assert.equal(failure.status, 'PERMISSION_DENIED', watcher.name);
    assert.equal(failure.detail('google.rpc.ErrorInfo').reason, 'NOT_ON_THE_TEAM', watcher.name);
  }
});
