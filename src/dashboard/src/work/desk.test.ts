import { create } from '@bufbuild/protobuf';
import { expect, test, vi } from 'vitest';
import { CarePlanSchema, type CarePlan } from '../gen/careteam/v1/plan_pb';
import { ListedTaskSchema } from '../gen/careteam/v1/task_pb';

vi.mock('../calls/clients', () => ({ planCalls: {} }));
const { Desk } = await import('./desk.svelte');

const listed = (n: number) => create(ListedTaskSchema, { planId: `p${n}`, patientName: `Patient ${n}`, task: { taskId: `t${n}`, therapyOrderId: `o${n}` } });
const planOf = (planId: string) => create(CarePlanSchema, { planId, therapyOrders: [{ therapyOrderId: planId.replace('p', 'o') }] });

/** Plans that come when the test says so. */
function desk() {
  const plans = new Map<string, CarePlan>();
  const answers = new Map<string, () => void>();
  const come = async (planId: string, plan: CarePlan | undefined = planOf(planId)) => {
    if (plan.therapyOrders.length > 0) plans.set(planId, plan);
    answers.get(planId)!();
    await Promise.resolve().then(() => undefined);
  };
  const therapy = {
    fresh: (planId: string) => new Promise<CarePlan | undefined>((resolve) => answers.set(planId, () => resolve(plans.get(planId)))),
    orderOf: (planId: string) => (plans.has(planId) ? { plan: plans.get(planId)!, order: plans.get(planId)!.therapyOrders[0]!, series: true } : undefined),
  };
  return { desk: new Desk(therapy), come };
}
const shown = ({ writing }: InstanceType<typeof Desk>) => `${writing?.kind} ${writing?.listed.patientName}`;

test('What was asked for last stays, however late the answer to something earlier comes', async () => {
  const { desk: side, come } = desk();
  void side.showTherapy('session', listed(1));
  expect(shown(side)).toBe('loading Patient 1');
  void side.showTherapy('report', listed(2));
  await come('p2');
  expect(shown(side)).toBe('report Patient 2');
  await come('p1');
  expect(shown(side)).toBe('report Patient 2');

  void side.showTherapy('session', listed(3));
  side.show({ kind: 'note', listed: listed(4), plan: planOf('p4') });
  await come('p3');
  expect(shown(side)).toBe('note Patient 4');
});

test('A form that is open stays while its plan is looked at again, and an order that is not to be had is said to be missing', async () => {
  const { desk: side, come } = desk();
  void side.showTherapy('session', listed(1));
  await come('p1');
  void side.showTherapy('session', listed(1));
  expect(shown(side)).toBe('session Patient 1');
  void side.showTherapy('session', listed(2));
  await come('p2', create(CarePlanSchema));
  expect(shown(side)).toBe('missing Patient 2');
});
