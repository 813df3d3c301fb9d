import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { PlanStatus } from '../gen/careteam/v1/plan_pb';
import { TaskStatus, type Task } from '../gen/careteam/v1/task_pb';
import { Discipline, Role, type Person } from '../gen/careteam/v1/team_pb';

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

/** The field of work of a role, as the server has it. */
export const disciplineOf: Partial<Record<Role, Discipline>> = {
  [Role.PHYSIATRIST]: Discipline.PHYSICAL_MEDICINE,
  [Role.PAIN_PHYSICIAN]: Discipline.PHYSICAL_MEDICINE,
  [Role.PRIMARY_CARE_PHYSICIAN]: Discipline.PRIMARY_CARE,
  [Role.NURSE_PRACTITIONER]: Discipline.PRIMARY_CARE,
  [Role.PHYSICIAN_ASSISTANT]: Discipline.PRIMARY_CARE,
  [Role.CLINICAL_NURSE_SPECIALIST]: Discipline.PRIMARY_CARE,
  [Role.PHYSICAL_THERAPIST]: Discipline.PHYSICAL_THERAPY,
  [Role.PHYSICAL_THERAPIST_ASSISTANT]: Discipline.PHYSICAL_THERAPY,
  [Role.OCCUPATIONAL_THERAPIST]: Discipline.OCCUPATIONAL_THERAPY,
  [Role.OCCUPATIONAL_THERAPY_ASSISTANT]: Discipline.OCCUPATIONAL_THERAPY,
  [Role.PSYCHOLOGIST]: Discipline.PSYCHOLOGY,
  [Role.NURSE]: Discipline.NURSING,
  [Role.SOCIAL_WORKER]: Discipline.SOCIAL_WORK,
  [Role.CASE_MANAGER]: Discipline.CASE_MANAGEMENT,
  [Role.VOCATIONAL_COUNSELLOR]: Discipline.VOCATIONAL_REHABILITATION,
  [Role.ORTHOTIST]: Discipline.ORTHOTICS,
  [Role.DIETITIAN]: Discipline.NUTRITION,
  [Role.SPINE_SURGEON]: Discipline.SURGERY,
};
