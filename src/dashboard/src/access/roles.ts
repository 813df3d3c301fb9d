import type { NoteSummary } from '../gen/careteam/v1/note_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { PlanStatus } from '../gen/careteam/v1/plan_pb';
import { TaskStatus, type Task } from '../gen/careteam/v1/task_pb';
import { Discipline, Role, type Person } from '../gen/careteam/v1/team_pb';
import { openStatuses } from '../tasks/openTasks';

/** What the page offers to whom. The server decides; this only keeps buttons away that would be refused. */
type Me = { personId: string; role: Role };

const outsideCare: readonly Role[] = [Role.UNSPECIFIED, Role.PATIENT, Role.CAREGIVER, Role.ADMINISTRATOR, Role.DISPLAY];
const reassignable: readonly TaskStatus[] = [...openStatuses, TaskStatus.DECLINED];

export const isClinician = (role: Role) => !outsideCare.includes(role);

export const teamNow = (plan: CarePlan): Person[] =>
  plan.members.flatMap((member) => (member.until === undefined && member.person !== undefined ? [member.person] : []));

export const hasEnded = (plan: CarePlan) => plan.status === PlanStatus.COMPLETED || plan.status === PlanStatus.REVOKED;

const isClinicianOfTeam = (plan: CarePlan, me: Me) => isClinician(me.role) && teamNow(plan).some((person) => person.personId === me.personId);

export const mayWriteNotes = (plan: CarePlan, me: Me) => isClinicianOfTeam(plan, me);

export const mayReassign = (plan: CarePlan, task: Task, me: Me) =>
  isClinicianOfTeam(plan, me) && !hasEnded(plan) && reassignable.includes(task.status)
  && [plan.lead, task.requester, task.assignee].some((person) => person?.personId === me.personId);

const certifying: readonly Role[] = [
  Role.PHYSIATRIST, Role.PAIN_PHYSICIAN, Role.PRIMARY_CARE_PHYSICIAN, Role.NURSE_PRACTITIONER, Role.PHYSICIAN_ASSISTANT, Role.CLINICAL_NURSE_SPECIALIST,
];
const treating: readonly Role[] = [
  Role.PHYSICAL_THERAPIST, Role.OCCUPATIONAL_THERAPIST, Role.PHYSICAL_THERAPIST_ASSISTANT, Role.OCCUPATIONAL_THERAPY_ASSISTANT, Role.PSYCHOLOGIST, Role.PHYSIATRIST,
];
const supervising: readonly Role[] = [Role.PHYSICAL_THERAPIST, Role.OCCUPATIONAL_THERAPIST];

export const isAssistant = (role: Role) => role === Role.PHYSICAL_THERAPIST_ASSISTANT || role === Role.OCCUPATIONAL_THERAPY_ASSISTANT;

export const maySupervise = (role: Role) => supervising.includes(role);

export const mayCertify = (plan: CarePlan, me: Me) => certifying.includes(me.role) && isClinicianOfTeam(plan, me) && !hasEnded(plan);

/** Sessions of one's own discipline. */
export const mayTreat = (discipline: Discipline, me: Me) => treating.includes(me.role) && disciplineOf[me.role] === discipline;

/** An assistant's note that awaits a signature, by a therapist of the assistant's discipline who is not its author. */
export const mayCosign = (plan: CarePlan, note: NoteSummary, me: Me) =>
  note.cosignatureDemand !== undefined && maySupervise(me.role) && isClinicianOfTeam(plan, me)
  && note.author !== undefined && note.author.personId !== me.personId && disciplineOf[note.author.role] === disciplineOf[me.role];

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
