import { create } from '@bufbuild/protobuf';
import { beforeEach, expect, test, vi } from 'vitest';
import { CarePlanSchema } from '../gen/careteam/v1/plan_pb';
import { ListedTaskSchema } from '../gen/careteam/v1/task_pb';

const server = vi.hoisted(() => ({ getPlan: vi.fn() }));
vi.mock('../calls/clients', () => ({ planCalls: server }));
const { TherapyPlans } = await import('./therapyPlans.svelte');

const listed = (planId: string, therapyOrderId: string, dueKind = '') => create(ListedTaskSchema, { planId, task: { taskId: `task of ${therapyOrderId}`, therapyOrderId, dueKind } });
let orders: Record<string, string[]>;
let [underWay, most] = [0, 0];
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  [orders, underWay, most] = [{}, 0, 0];
  server.getPlan.mockReset().mockImplementation(async ({ planId }: { planId: string }) => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve));
    underWay--;
    return { plan: create(CarePlanSchema, { planId, therapyOrders: (orders[planId] ?? []).map((therapyOrderId) => ({ therapyOrderId })) }) };
  });
});

test('Of a long day every plan is fetched once, a few at a time', async () => {
  const day = Array.from({ length: 60 }, (_, i) => listed(`p${i}`, `o${i}`));
  for (const { planId, task } of day) orders[planId] = [task!.therapyOrderId];
  const plans = new TherapyPlans();
  plans.learn(day);
  plans.learn(day);
  await vi.waitFor(() => expect(day.every(({ planId, task }) => plans.orderOf(planId, task!)?.series)).toBe(true), 20_000);
  expect([server.getPlan.mock.calls.length, most]).toEqual([60, 4]);
});

test('An order that is new to a plan has it fetched again, once; a task without an order has not', async () => {
  const plans = new TherapyPlans();
  orders.p1 = ['o1'];
  plans.learn([listed('p1', 'o1'), listed('p2', '')]);
  await settled();
  orders.p1 = ['o1', 'o2'];
  for (let i = 0; i < 2; i++) {
    plans.learn([listed('p1', 'o1'), listed('p1', 'o2', 'therapy.recertification'), listed('p1', 'gone')]);
    await settled();
  }
  expect(server.getPlan).toHaveBeenCalledTimes(2);
  expect(plans.orderOf('p1', listed('p1', 'o2', 'therapy.recertification').task!)).toMatchObject({ order: { therapyOrderId: 'o2' }, series: false });
});

test('What could not be fetched is asked for by the next refresh of the day', async () => {
  const plans = new TherapyPlans();
  orders.p1 = ['o1'];
  server.getPlan.mockRejectedValueOnce(new Error('no network'));
  plans.learn([listed('p1', 'o1')]);
  await settled();
  plans.learn([listed('p1', 'o1')]);
  await settled();
  expect(plans.orderOf('p1', listed('p1', 'o1').task!)).toBeDefined();
});

test('Once the day is closed, nothing more is asked for', async () => {
  const plans = new TherapyPlans();
  plans.learn(Array.from({ length: 10 }, (_, i) => listed(`p${i}`, `o${i}`)));
  plans.close();
  await settled();
  expect(server.getPlan).toHaveBeenCalledTimes(4);
});
