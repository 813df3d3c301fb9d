import { TaskPriority, TaskStatus, type Task } from '../gen/careteam/v1/task_pb';
import type { Discipline } from '../gen/careteam/v1/team_pb';

export interface Column {
  title: string;
  statuses: readonly TaskStatus[];
}

/** A declined task is somebody's to take on again, so it stands with the requested ones. */
export const openColumns: readonly Column[] = [
  { title: 'To take on', statuses: [TaskStatus.REQUESTED, TaskStatus.DECLINED] },
  { title: 'Accepted', statuses: [TaskStatus.ACCEPTED] },
  { title: 'In progress', statuses: [TaskStatus.IN_PROGRESS] },
];
export const closedStatuses: readonly TaskStatus[] = [TaskStatus.COMPLETED, TaskStatus.CANCELLED];

export interface Lane {
  discipline: Discipline;
  tasks: Task[];
}

/** A column's tasks by discipline, in each what presses first; of a long column only so many, those that press most. */
export function lanes(tasks: readonly Task[], statuses: readonly TaskStatus[], most = Infinity): Lane[] {
  const inColumn = tasks.filter((task) => statuses.includes(task.status)).sort(pressing).slice(0, most);
  const disciplines = [...new Set(inColumn.map((task) => task.discipline))].sort((a, b) => a - b);
  return disciplines.map((discipline) => ({ discipline, tasks: inColumn.filter((task) => task.discipline === discipline) }));
}

const pressing = (a: Task, b: Task) =>
  Math.max(b.priority, TaskPriority.ROUTINE) - Math.max(a.priority, TaskPriority.ROUTINE) || (a.dueDate || '9').localeCompare(b.dueDate || '9');
