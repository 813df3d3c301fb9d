import { DeviceKind, DeviceStatus } from '../gen/careteam/v1/device_pb';
import { EducationTopic, TeachBackResult } from '../gen/careteam/v1/education_pb';
import { ExerciseCategory, GradedActivity, OccupationalLevel, type ExerciseDose, type ExerciseLoad } from '../gen/careteam/v1/exercise_pb';
import { DischargeReason, ProgressRecommendation, type TherapyPrescription } from '../gen/careteam/v1/therapy_pb';
import { Intervention, SessionAttendance, SessionPurpose, type TherapySessionSummary } from '../gen/careteam/v1/therapy_session_pb';
import { enumWords } from './enums';
import { amountWords } from './units';

export const attendanceWords = (attendance: SessionAttendance) =>
  enumWords(SessionAttendance, attendance, { MISSED: 'Did not come', CANCELLED_BY_PATIENT: 'Called off by the patient', CANCELLED_BY_CLINIC: 'Called off by the clinic' });
export const purposeWords = (purpose: SessionPurpose) => enumWords(SessionPurpose, purpose, { RE_EVALUATION: 'Re-evaluation' });
export const interventionWords = (intervention: Intervention) =>
  enumWords(Intervention, intervention, { NEUROMUSCULAR_RE_EDUCATION: 'Neuromuscular re-education', COGNITIVE_BEHAVIOURAL_THERAPY: 'Cognitive behavioural therapy' });
export const categoryWords = (category: ExerciseCategory) => enumWords(ExerciseCategory, category);
export const dischargeWords = (reason: DischargeReason) => enumWords(DischargeReason, reason, { PATIENTS_WISH: 'Patient’s wish' });
export const recommendationWords = (recommendation: ProgressRecommendation) => enumWords(ProgressRecommendation, recommendation, { CHANGE_PLAN: 'Change the plan' });
export const deviceWords = (kind: DeviceKind) => enumWords(DeviceKind, kind, { TENS: 'TENS' });
export const deviceStatusWords = (status: DeviceStatus) => enumWords(DeviceStatus, status);
export const topicWords = (topic: EducationTopic) => enumWords(EducationTopic, topic);
export const teachBackWords = (result: TeachBackResult) => enumWords(TeachBackResult, result, { NOT_DONE: 'No teach-back' });
export const levelWords = (level: OccupationalLevel) => enumWords(OccupationalLevel, level);

/** What it is, and the unit of its amounts. */
const activities: Record<number, readonly [string, string]> = {
  [GradedActivity.WALKING_TIME]: ['Walking', 'min'],
  [GradedActivity.WALKING_DISTANCE]: ['Walking', 'm'],
  [GradedActivity.LIFTING]: ['Lifting', 'lb'],
  [GradedActivity.CARRYING]: ['Carrying', 'lb'],
  [GradedActivity.ENDURANCE_TIME]: ['Endurance training', 'min'],
  [GradedActivity.WORK_SIMULATION_TIME]: ['Work simulation', 'min'],
  [GradedActivity.SITTING_TOLERANCE]: ['Sitting', 'min'],
  [GradedActivity.STANDING_TOLERANCE]: ['Standing', 'min'],
};
export const activityWords = (activity: GradedActivity) => activities[activity]?.[0] ?? 'Activity';
export const activityUnit = (activity: GradedActivity) => activities[activity]?.[1] ?? '';
export const activityAmountWords = (activity: GradedActivity, amount: number) => amountWords(amount, activityUnit(activity));

/** "3 times a week for 6 weeks". */
export const courseWords = ({ sessionsPerWeek, sessionsPerDay, weeks }: Pick<TherapyPrescription, 'sessionsPerWeek' | 'sessionsPerDay' | 'weeks'>) =>
  [often(sessionsPerWeek), sessionsPerDay > 1 ? `${sessionsPerDay} sessions a day` : '', weeks > 0 ? `for ${weeks === 1 ? '1 week' : `${weeks} weeks`}` : ''].filter(Boolean).join(', ').replace(', for', ' for');

const often = (n: number) => (n === 0 ? '' : n === 1 ? 'once a week' : n === 2 ? 'twice a week' : `${n} times a week`);

export const loadWords = ({ value, unit }: ExerciseLoad) => (unit === '{level}' ? `level ${value}` : amountWords(value, unit));

/** "3 × 10, 25 lb, 3 times a week in the clinic, 5 at home". */
export function doseWords(dose: ExerciseDose | undefined): string {
  if (dose === undefined) return '';
  const { sets, repetitions, holdSeconds, minutes, metres, load, targetRpe, sessionsPerWeek, homeSessionsPerWeek } = dose;
  return [
    sets > 0 && repetitions > 0 ? `${sets} × ${repetitions}` : sets > 0 ? `${sets} sets` : repetitions > 0 ? `${repetitions} times` : '',
    holdSeconds > 0 ? `hold ${holdSeconds} s` : '',
    minutes > 0 ? `${minutes} min` : '',
    metres > 0 ? `${metres} m` : '',
    load === undefined ? '' : loadWords(load),
    targetRpe > 0 ? `RPE ${targetRpe}` : '',
    sessionsPerWeek > 0 ? `${often(sessionsPerWeek)} in the clinic` : '',
    homeSessionsPerWeek > 0 ? `${often(homeSessionsPerWeek)} at home` : '',
  ].filter(Boolean).join(', ');
}

/** "45 min, pain 5 to 3". */
export function sessionFactsWords({ timedMinutes, untimedMinutes, painBefore, painAfter, telehealth }: TherapySessionSummary): string {
  const minutes = timedMinutes + untimedMinutes;
  return [minutes > 0 ? `${minutes} min` : '', painWords(painBefore, painAfter), telehealth ? 'by video' : ''].filter(Boolean).join(', ');
}

export function painWords(before: number | undefined, after: number | undefined): string {
  if (before !== undefined && after !== undefined) return `pain ${before} to ${after}`;
  if (before !== undefined) return `pain ${before} before`;
  return after === undefined ? '' : `pain ${after} after`;
}
