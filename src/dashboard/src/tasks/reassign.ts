import { taskCalls } from '../calls/clients';
import { conflictOf } from '../calls/failure';
import { newRequestId } from '../calls/requestId';
import type { PlanConflict, PlanEvent } from '../gen/careteam/v1/plan_event_pb';

export interface Reassignment {
  planId: string;
  /** The version on the screen when the person decided. */
  version: number;
  taskId: string;
  /** Empty: the whole team. */
  assigneeId: string;
}

/** Somebody else changed this very task first; nothing was done. */
export interface Overtaken {
  events: PlanEvent[];
  version: number;
}

/**
 * Reassigns on the strength of what the person saw. What came between and has nothing to do with the task is passed over; what
 * changed the task itself is answered, for the person to decide again.
 */
export async function reassign(wish: Reassignment, send = taskCalls.reassignTask): Promise<Overtaken | undefined> {
  let expectedVersion = wish.version;
  while (true) {
    try {
      await send({ planId: wish.planId, taskId: wish.taskId, assigneeId: wish.assigneeId, expectedVersion, requestId: newRequestId() });
      return undefined;
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict === undefined) throw error;
      const events = ofTask(conflict, wish.taskId);
      if (events.length > 0 || conflict.truncated) return { events, version: conflict.currentVersion };
      expectedVersion = conflict.currentVersion;
    }
  }
}

function ofTask(conflict: PlanConflict, taskId: string): PlanEvent[] {
  return conflict.events.filter(({ change }) => change.value !== undefined && 'taskId' in change.value && change.value.taskId === taskId);
}
