import { TaskStatus } from '../gen/careteam/v1/task_pb';

/** Somebody has to do it. */
export const openStatuses: TaskStatus[] = [TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.IN_PROGRESS];
