import { create, toJson } from '@bufbuild/protobuf';
import {
  WatchCaseloadRequestSchema, WatchCaseloadResponseSchema, WatchPlanResponseSchema, WatchWorklistRequestSchema, WatchWorklistResponseSchema,
  type CaseloadPlan, type WorklistPlan,
} from '../gen/careteam/v1/live_pb';
import type { PlanStatus } from '../gen/careteam/v1/plan_pb';
import type { TaskStatus } from '../gen/careteam/v1/task_pb';
import type { Discipline } from '../gen/careteam/v1/team_pb';
import { openHubStream } from './hubStream';
import type { OpenListWatch } from './listFeed';
import type { OpenPlanWatch } from './planFeed';

/** LiveService as the hub has it. */
export const openPlanWatch: OpenPlanWatch = (planId, afterVersion, sink) => openHubStream('WatchPlan', [planId, afterVersion], WatchPlanResponseSchema, sink);

export const openCaseload = (statuses: PlanStatus[]): OpenListWatch<CaseloadPlan> => (cursors, sink) =>
  openHubStream('WatchCaseload', [toJson(WatchCaseloadRequestSchema, create(WatchCaseloadRequestSchema, { statuses, cursors }))], WatchCaseloadResponseSchema, sink);

export const openWorklist = (of: { assigneeId?: string; discipline?: Discipline; unassigned?: boolean; statuses: TaskStatus[] }): OpenListWatch<WorklistPlan> => (cursors, sink) =>
  openHubStream('WatchWorklist', [toJson(WatchWorklistRequestSchema, create(WatchWorklistRequestSchema, { ...of, cursors }))], WatchWorklistResponseSchema, sink);
