import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlanEventSchema } from '../gen/careteam/v1/plan_event_pb';
import { CarePlanSchema } from '../gen/careteam/v1/plan_pb';

const server = vi.hoisted(() => ({ getPlan: vi.fn(), diffPlan: vi.fn(), listPlanEvents: vi.fn() }));
vi.mock('../calls/clients', () => ({ planCalls: server, historyCalls: server }));
const { PlanPast } = await import('./planPast.svelte');

let past: InstanceType<typeof PlanPast>;
const lost = () => Promise.reject(new ConnectError('no', Code.Unavailable));

beforeEach(() => {
  vi.useFakeTimers();
  server.getPlan.mockReset().mockImplementation(async ({ asOf }: { asOf: { value: number } }) => ({ plan: create(CarePlanSchema, { version: asOf.value }) }));
  server.diffPlan.mockReset().mockResolvedValue({ differences: [] });
  server.listPlanEvents.mockReset().mockImplementation(async ({ afterVersion }: { afterVersion: number }) => ({ events: [1, 2].map((n) => create(PlanEventSchema, { version: afterVersion + n })) }));
  past = new PlanPast('p1');
});
afterEach(() => {
  past.close();
  vi.useRealTimers();
});

test('A version that could not be had leaves the one before on the screen, as what it is, and comes when the server is back', async () => {
  past.look(40, 50);
  await vi.advanceTimersByTimeAsync(200);
  expect([past.shown?.version, past.stale]).toEqual([40, false]);
  server.getPlan.mockImplementationOnce(lost);
  past.look(12, 50);
  await vi.advanceTimersByTimeAsync(200);
  expect([past.shown?.version, past.stale, past.failure]).toEqual([40, true, 'The server cannot be reached.']);
  past.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect([past.shown?.version, past.stale, past.failure]).toEqual([12, false, '']);
});

test('Events that could not be had are asked for again by themselves', async () => {
  server.listPlanEvents.mockImplementationOnce(lost);
  past.learn(6);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(past.events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(past.failure).toBe('');
});
