import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { openStatuses } from '../tasks/openTasks';
import { disciplineWords } from '../words/enums';

export interface NextDue {
  key: string;
  title: string;
  who: string;
  /** YYYY-MM-DD */
  dueDate: string;
}

/** What the clocks raised and what tasks are due, each once: a due that became a task, or that speaks of one, is that task. */
export function nextDues(plan: CarePlan): NextDue[] {
  const tasks = plan.tasks.filter((task) => openStatuses.includes(task.status) && task.dueDate !== '');
  const told = new Set(tasks.map((task) => task.taskId));
  const dues = plan.dues.filter((due) => !told.has(due.taskId) && !told.has(due.subjectId));
  return [
    ...tasks.map(({ taskId, title, assignee, discipline, dueDate }) => ({ key: taskId, title, who: assignee?.name ?? disciplineWords(discipline), dueDate })),
    ...dues.map(({ kind, subjectId, occurrence, title, assignee, discipline, dueDate }) => (
      { key: `${kind}/${subjectId}/${occurrence}`, title, who: assignee?.name ?? disciplineWords(discipline), dueDate })),
  ].sort((a, b) => a.dueDate.localeCompare(b.dueDate) || a.title.localeCompare(b.title));
}
