import { GoalStatus, PlanStatus } from '../gen/careteam/v1/plan_pb';
import { TaskStatus } from '../gen/careteam/v1/task_pb';

/** Each state has a shape of its own beside its word; colour only repeats what both say. */
export type Shape = 'dashed' | 'ring' | 'half' | 'full' | 'pause' | 'check' | 'cross' | 'back' | 'alert';
export type Tone = 'quiet' | 'accent' | 'good' | 'caution' | 'danger';
export interface Look {
  shape: Shape;
  tone: Tone;
}

export const look = (shape: Shape, tone: Tone): Look => ({ shape, tone });
const unknown = look('dashed', 'quiet');

export const planLook = (status: PlanStatus): Look => ({
  [PlanStatus.UNSPECIFIED]: unknown,
  [PlanStatus.DRAFT]: look('dashed', 'quiet'),
  [PlanStatus.ACTIVE]: look('full', 'accent'),
  [PlanStatus.ON_HOLD]: look('pause', 'caution'),
  [PlanStatus.COMPLETED]: look('check', 'good'),
  [PlanStatus.REVOKED]: look('cross', 'quiet'),
})[status] ?? unknown;

export const taskLook = (status: TaskStatus): Look => ({
  [TaskStatus.UNSPECIFIED]: unknown,
  [TaskStatus.REQUESTED]: look('ring', 'quiet'),
  [TaskStatus.ACCEPTED]: look('half', 'accent'),
  [TaskStatus.IN_PROGRESS]: look('full', 'accent'),
  [TaskStatus.COMPLETED]: look('check', 'good'),
  [TaskStatus.CANCELLED]: look('cross', 'quiet'),
  [TaskStatus.DECLINED]: look('back', 'caution'),
})[status] ?? unknown;

export const goalLook = (status: GoalStatus): Look => ({
  [GoalStatus.UNSPECIFIED]: unknown,
  [GoalStatus.ACTIVE]: look('ring', 'accent'),
  [GoalStatus.ACHIEVED]: look('check', 'good'),
  [GoalStatus.NOT_ACHIEVED]: look('cross', 'caution'),
  [GoalStatus.CANCELLED]: look('cross', 'quiet'),
})[status] ?? unknown;
