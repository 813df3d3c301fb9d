import { MedicationClass, MedicationRoute } from '../gen/careteam/v1/medication_pb';
import { RedFlagKind, SignatureMeaning } from '../gen/careteam/v1/note_pb';
import { DiagnosisVerification, GoalStatus, PlanStatus, type Diagnosis } from '../gen/careteam/v1/plan_pb';
import { TaskKind, TaskPriority, TaskStatus } from '../gen/careteam/v1/task_pb';
import { Discipline, Role } from '../gen/careteam/v1/team_pb';

/** PHYSICAL_THERAPIST is "Physical therapist"; unspecified is nothing, and a value that this page does not know yet says so. */
export const enumWords = (names: Record<number, string>, value: number, special: Record<string, string> = {}): string => {
  const name = names[value];
  if (name === undefined) return 'Other';
  if (name === 'UNSPECIFIED') return special[name] ?? '';
  return special[name] ?? name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ');
};

export const roleWords = (role: Role) => enumWords(Role, role, { DISPLAY: 'Reads only, for a wall', ADMINISTRATOR: 'Administrator, reads all plans', SYSTEM: 'The server' });
export const disciplineWords = (discipline: Discipline) => enumWords(Discipline, discipline, { UNSPECIFIED: 'Any discipline' });
export const planStatusWords = (status: PlanStatus) => enumWords(PlanStatus, status);
export const diagnosisVerificationWords = (verification: DiagnosisVerification) => enumWords(DiagnosisVerification, verification);
/** No rule reads one that was ruled out, or should never have been recorded. */
export const diagnosisHolds = ({ verification }: Diagnosis) => verification !== DiagnosisVerification.REFUTED && verification !== DiagnosisVerification.ENTERED_IN_ERROR;
export const goalStatusWords = (status: GoalStatus) => enumWords(GoalStatus, status);
export const taskStatusWords = (status: TaskStatus) => enumWords(TaskStatus, status);
export const taskKindWords = (kind: TaskKind) => enumWords(TaskKind, kind, { FOLLOW_UP: 'Follow-up' });
export const priorityWords = (priority: TaskPriority) => enumWords(TaskPriority, priority, { ASAP: 'As soon as possible' });
export const redFlagWords = (kind: RedFlagKind) => enumWords(RedFlagKind, kind, { CAUDA_EQUINA: 'Cauda equina syndrome', OTHER: 'Other warning sign' });
export const meaningWords = (meaning: SignatureMeaning) => enumWords(SignatureMeaning, meaning).toLowerCase();
export const medicationClassWords = (kind: MedicationClass) => enumWords(MedicationClass, kind, { NSAID: 'NSAID', SNRI: 'SNRI', TCA: 'Tricyclic' });
export const routeWords = (route: MedicationRoute) => enumWords(MedicationRoute, route).toLowerCase();
