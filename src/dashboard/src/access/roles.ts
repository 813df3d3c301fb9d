import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { PlanStatus } from '../gen/careteam/v1/plan_pb';
import { TaskStatus, type Task } from '../gen/careteam/v1/task_pb';
import { Role, type Person } from '../gen/careteam/v1/team_pb';

/** What the page offers to whom. The server decides; this only keeps buttons away that would be refused. */
type Me = { personId: string; role: Role };

const outsideCare: readonly Role[] = [Role.UNSPECIFIED, Role.PATIENT, Role.CAREGIVER, Role.ADMINISTRATOR, Role.DISPLAY];
const reassignable: readonly TaskStatus[] = [TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.IN_PROGRESS, TaskStatus.DECLINED];

export const isClinician = (role: Role) => !outsideCare.includes(role);

export const teamNow = (plan: CarePlan): Person[] =>
  plan.members.flatMap((member) => (member.until === undefined && member.person !== undefined ? [member.person] : []));

export const hasEnded = (plan: CarePlan) => plan.status === PlanStatus.COMPLETED || plan.status === PlanStatus.REVOKED;

const isClinicianOfTeam = (plan: CarePlan, me: Me) => isClinician(me.role) && teamNow(plan).some((person) => person.personId === me.personId);

export const mayWriteNotes = (plan: CarePlan, me: Me) => isClinicianOfTeam(plan, me);

export const mayReassign = (plan: CarePlan, task: Task, me: Me) =>
  isClinicianOfTeam(plan, me) && !hasEnded(plan) && reassignable.includes(task.status)
  && [plan.lead, task.requester, task.assignee].some((person) => person?.personId === me.personId);
