import { planCalls } from '../calls/clients';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { Task } from '../gen/careteam/v1/task_pb';
import type { TherapyOrder } from '../gen/careteam/v1/therapy_pb';

const most = 20;

/** The plans behind the day's therapy, kept ready: so a session can be logged where there is no network. */
export class TherapyPlans {
  private plans = $state.raw<ReadonlyMap<string, CarePlan>>(new Map());
  private readonly asked = new Set<string>();

  /** Fetches those that are not here yet. */
  learn(planIds: Iterable<string>): void {
    for (const planId of planIds) {
      if (this.asked.has(planId) || this.asked.size >= most) continue;
      this.asked.add(planId);
      void this.fresh(planId);
    }
  }

  /** The plan as it is now, or as it was known when the server cannot be reached. */
  async fresh(planId: string): Promise<CarePlan | undefined> {
    try {
      const { plan } = await planCalls.getPlan({ planId }, { timeoutMs: 4_000 });
      if (plan !== undefined) this.plans = new Map(this.plans).set(planId, plan);
    } catch {
      // What was known stands in; when there is nothing, the next refresh of the day asks again.
      if (!this.plans.has(planId)) this.asked.delete(planId);
    }
    return this.plans.get(planId);
  }

  /** The order whose series of treatment the task is, or that something due on it is about. */
  orderOf(planId: string, { taskId }: Task): { plan: CarePlan; order: TherapyOrder; series: boolean } | undefined {
    const plan = this.plans.get(planId);
    const subject = plan?.dues.find((due) => due.taskId === taskId)?.subjectId;
    const order = plan?.therapyOrders.find((one) => one.taskId === taskId || one.therapyOrderId === subject);
    return plan === undefined || order === undefined ? undefined : { plan, order, series: order.taskId === taskId };
  }
}
