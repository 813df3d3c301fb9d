import { planCalls } from '../calls/clients';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { ListedTask, Task } from '../gen/careteam/v1/task_pb';
import type { TherapyOrder } from '../gen/careteam/v1/therapy_pb';

const atOnce = 4;

/** The plans behind the day's therapy, kept ready: so a session can be logged where there is no network. */
export class TherapyPlans {
  private plans = $state.raw<ReadonlyMap<string, CarePlan>>(new Map());
  /** By plan, the orders that it was fetched for. */
  private readonly asked = new Map<string, Set<string>>();
  private readonly waiting: string[] = [];
  private underWay = 0;

  /** Fetches the plans whose orders are not here: of a plan that is new to the day, or an order that is new to its plan. */
  learn(tasks: readonly ListedTask[]): void {
    for (const { planId, task } of tasks) {
      if (!task?.therapyOrderId || this.orderOf(planId, task) !== undefined || this.asked.get(planId)?.has(task.therapyOrderId)) continue;
      this.asked.set(planId, new Set(this.asked.get(planId)).add(task.therapyOrderId));
      if (!this.waiting.includes(planId)) this.waiting.push(planId);
    }
    this.fetchSome();
  }

  /** What is not under way yet is not asked for any more. */
  close(): void {
    this.waiting.length = 0;
  }

  /** The plan as it is now, or as it was known when the server cannot be reached. */
  async fresh(planId: string): Promise<CarePlan | undefined> {
    try {
      const { plan } = await planCalls.getPlan({ planId }, { timeoutMs: 4_000 });
      if (plan !== undefined) this.plans = new Map(this.plans).set(planId, plan);
    } catch {
      // What was known stands in; when there is nothing, the next refresh of the day asks again.
      this.asked.delete(planId);
    }
    return this.plans.get(planId);
  }

  /** The order that a task treats, or that something due is about; the series of treatment is what nothing falls due of. */
  orderOf(planId: string, { therapyOrderId, dueKind }: Task): { plan: CarePlan; order: TherapyOrder; series: boolean } | undefined {
    const plan = this.plans.get(planId);
    const order = plan?.therapyOrders.find((one) => one.therapyOrderId === therapyOrderId);
    return plan === undefined || order === undefined ? undefined : { plan, order, series: dueKind === '' };
  }

  private fetchSome(): void {
    while (this.underWay < atOnce) {
      const planId = this.waiting.shift();
      if (planId === undefined) return;
      this.underWay++;
      void this.fresh(planId).finally(() => (this.underWay--, this.fetchSome()));
    }
  }
}
