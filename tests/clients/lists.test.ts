import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activePlan, cast, leave, type Cast } from './client/cast.ts';
import { listOverGrpc, listOverHub } from './client/lists.ts';

let people: Cast;
before(async () => void (people = await cast()));
after(() => leave(people));

test('A caseload and a worklist come the same over both, and with their cursors nothing comes again', async () => {
  const { planId, taskId, version } = await activePlan(people);
  const lists = [
    ['WatchCaseload', {}],
    ['WatchWorklist', { assigneeId: people.therapist.who.personId, statuses: ['TASK_STATUS_REQUESTED'] }],
  ] as const;
  for (const [method, request] of lists) {
    const overGrpc = await listOverGrpc(people.therapist, method, request);
    assert.deepEqual(await listOverHub(people.therapist, method, request), overGrpc);
    const [{ plan }, { heartbeat }] = overGrpc;
    assert.equal(plan.summary?.planId ?? plan.planId, planId);
    assert.equal(plan.version, version);
    assert.equal(heartbeat.plans, 1);
    if (method === 'WatchWorklist') assert.equal(plan.tasks[0].task.taskId, taskId);

    const again = { ...request, cursors: [plan.cursor] };
    for (const items of [await listOverGrpc(people.therapist, method, again), await listOverHub(people.therapist, method, again)]) {
      assert.deepEqual(items, [{ heartbeat: { plans: 1 } }]);
    }
  }
});

test('A cursor that no watch gave is refused, with the field that is wrong', async () => {
  for (const list of [listOverGrpc, listOverHub]) {
    await assert.rejects(list(people.therapist, 'WatchCaseload', { cursors: ['nonsense'] }), (failure: any) => {
      assert.match(failure.message, /cursors\[0\]/);
      return true;
    });
  }
});
