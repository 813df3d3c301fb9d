import { RedFlagKind } from '../gen/careteam/v1/note_pb';
import { GoalStatus, PlanStatus } from '../gen/careteam/v1/plan_pb';
import { TaskKind, TaskPriority, TaskStatus } from '../gen/careteam/v1/task_pb';
import { Discipline, Role } from '../gen/careteam/v1/team_pb';

/** PHYSICAL_THERAPIST is "Physical therapist"; unspecified is nothing, and a value that this page does not know yet says so. */
const wordsOf = (names: Record<number, string>, value: number, special: Record<string, string> = {}): string => {
  const name = names[value];
  if (name === undefined) return 'Other';
  if (name === 'UNSPECIFIED') return special[name] ?? '';
  return special[name] ?? name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ');
};

export const roleWords = (role: Role) => wordsOf(Role, role, { DISPLAY: 'Reads only, for a wall', ADMINISTRATOR: 'Administrator, reads all plans' });
export const disciplineWords = (discipline: Discipline) => wordsOf(Discipline, discipline, { UNSPECIFIED: 'Any discipline' });
export const planStatusWords = (status: PlanStatus) => wordsOf(PlanStatus, status);
export const goalStatusWords = (status: GoalStatus) => wordsOf(GoalStatus, status);
export const taskStatusWords = (status: TaskStatus) => wordsOf(TaskStatus, status);
export const taskKindWords = (kind: TaskKind) => wordsOf(TaskKind, kind, { FOLLOW_UP: 'Follow-up' });
export const priorityWords = (priority: TaskPriority) => wordsOf(TaskPriority, priority, { ASAP: 'As soon as possible' });
export const redFlagWords = (kind: RedFlagKind) => wordsOf(RedFlagKind, kind, { CAUDA_EQUINA: 'Cauda equina syndrome', OTHER: 'Other warning sign' });
