import { disciplineOf, isClinician, teamNow } from '../access/roles';
import { taskCalls } from '../calls/clients';
import { newRequestId } from '../calls/requestId';
import { PlanStatus, type CarePlan } from '../gen/careteam/v1/plan_pb';
import { TaskStatus, type Task } from '../gen/careteam/v1/task_pb';
import { Discipline, Role } from '../gen/careteam/v1/team_pb';

export type Step = 'accept' | 'decline' | 'start' | 'complete';

type Me = { personId: string; role: Role };

/** Steps that want a word from whoever takes them. */
export const asksFor: Partial<Record<Step, string>> = { decline: 'Why', complete: 'What came of it' };
export const stepWords: Record<Step, string> = { accept: 'Accept', decline: 'Decline', start: 'Start', complete: 'Complete' };

/** What this person is offered to do next with a task. The server decides. */
export function stepsFor(task: Task, me: Me): Step[] {
  if (!isClinician(me.role)) return [];
  const mine = task.assignee?.personId === me.personId;
  const offered = task.assignee === undefined && [Discipline.UNSPECIFIED, disciplineOf[me.role]].includes(task.discipline);
  switch (task.status) {
    case TaskStatus.REQUESTED: return mine ? ['accept', 'decline'] : offered ? ['accept'] : [];
    case TaskStatus.ACCEPTED: return mine ? ['start', 'decline'] : offered ? ['accept'] : [];
    case TaskStatus.IN_PROGRESS: return mine ? ['complete'] : offered ? ['accept'] : [];
    default: return [];
  }
}

/**
 * On a plan that is shown: only for those of its team, and nothing but a safety review begins while the plan is not active. The task of an order, a study, a procedure or an
 * open red flag is done by recording its session, result, performance or resolution.
 */
export function stepsOn(plan: CarePlan, task: Task, me: Me): Step[] {
  if (!teamNow(plan).some((person) => person.personId === me.personId)) return [];
  const series = plan.therapyOrders.some((order) => order.taskId === task.taskId);
  const begins = plan.status === PlanStatus.ACTIVE || task.dueKind === 'outcome.safety-review';
  const flag = plan.redFlags.some((open) => open.taskId === task.taskId && open.resolvedBy === undefined);
  const recorded = series || flag || plan.studies.some((study) => study.taskId === task.taskId) || plan.procedures.some((procedure) => procedure.taskId === task.taskId);
  return stepsFor(task, me).filter((step) => (step !== 'start' || (begins && !series)) && (step !== 'complete' || !recorded));
}

/** The words are a reason or an outcome. One request_id for each time that somebody decides. */
export function take(step: Step, planId: string, taskId: string, words: string, requestId = newRequestId()): Promise<unknown> {
  switch (step) {
    case 'accept': return taskCalls.acceptTask({ planId, taskId, requestId });
    case 'decline': return taskCalls.declineTask({ planId, taskId, requestId, reason: words });
    case 'start': return taskCalls.startTask({ planId, taskId, requestId });
    case 'complete': return taskCalls.completeTask({ planId, taskId, requestId, outcome: words });
  }
}
