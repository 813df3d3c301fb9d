import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { ListedTask } from '../gen/careteam/v1/task_pb';
import type { TherapyOrder } from '../gen/careteam/v1/therapy_pb';
import type { TherapyPlans } from './therapyPlans.svelte';

/** What is being written, about which task; or that its order is still looked for, or is not to be had. */
export type Writing =
  | { kind: 'note'; listed: ListedTask; plan: Pick<CarePlan, 'planId' | 'patient' | 'tasks'> }
  | { kind: 'session' | 'report'; listed: ListedTask; plan: CarePlan; order: TherapyOrder }
  | { kind: 'loading' | 'missing'; listed: ListedTask };

/** The form beside the list: of what was asked for last, however late the answer to something earlier comes. */
export class Desk {
  writing = $state.raw<Writing>();
  private asked = 0;

  constructor(private readonly therapy: Pick<TherapyPlans, 'fresh' | 'orderOf'>) {}

  show(writing: Writing): void {
    this.asked++;
    this.writing = writing;
  }

  /** On the plan as it is now; offline as it was known when the day was fetched. */
  async showTherapy(kind: 'session' | 'report', listed: ListedTask): Promise<void> {
    const asked = ++this.asked;
    const open = this.writing;
    if (open?.kind !== kind || open.listed.task!.taskId !== listed.task!.taskId) this.writing = { kind: 'loading', listed };
    await this.therapy.fresh(listed.planId);
    if (asked !== this.asked) return;
    const found = this.therapy.orderOf(listed.planId, listed.task!);
    this.writing = found === undefined ? { kind: 'missing', listed } : { kind, listed, plan: found.plan, order: found.order };
  }
}
