import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { activePlan, cast, leave, type Cast } from './client/cast.ts';
import { Failure } from './client/failure.ts';
import { connect, unary } from './client/server.ts';

let people: Cast;
before(async () => void (people = await cast()));
after(() => leave(people));

const refused = (call: Promise<unknown>): Promise<Failure> => call.then(
  () => assert.fail('It was answered.'),
  (error) => (assert.ok(error instanceof Failure, String(error)), error));

test('Invalid input names every broken field', async () => {
  const failure = await refused(people.physiatrist.call('PlanService.CreatePlan', { requestId: 'not a uuid', patient: { birthDate: '9 March' } }));
  assert.equal(failure.status, 'INVALID_ARGUMENT');
  const fields = failure.detail('google.rpc.BadRequest').fieldViolations.map((v: any) => v.field);
  assert.deepEqual(new Set(fields), new Set(['request_id', 'title', 'patient.reference', 'patient.name', 'patient.birth_date']));
});

test('A rule that refuses is named, with what would allow it', async () => {
  const { planId, taskId } = await activePlan(people);
  const failure = await refused(people.therapist.command('TaskService.StartTask', { planId, taskId }));
  assert.equal(failure.status, 'FAILED_PRECONDITION');
  const [violation] = failure.detail('google.rpc.PreconditionFailure').violations;
  assert.ok(violation.type && violation.subject && violation.description, JSON.stringify(violation));
});

test('A plan that does not exist is NOT_FOUND by name', async () => {
  const planId = randomUUID();
  const failure = await refused(people.physiatrist.call('PlanService.GetPlan', { planId }));
  assert.equal(failure.status, 'NOT_FOUND');
  assert.equal(failure.detail('google.rpc.ResourceInfo').resourceName, planId);
});

test('A call without a token is UNAUTHENTICATED', async () => {
  const client = connect('careteam.v1.PlanService');
  const failure = await refused(unary(client, 'ListPlans', {}));
  client.close();
  assert.equal(failure.status, 'UNAUTHENTICATED');
});
