import { ExerciseChange, type ExerciseAdjusted } from '../../gen/careteam/v1/exercise_pb';
import { ProgressReportStatus } from '../../gen/careteam/v1/therapy_pb';
import { SessionAttendance, SessionPurpose, type SessionRecorded } from '../../gen/careteam/v1/therapy_session_pb';
import { disciplineWords } from '../enums';
import {
  activityAmountWords, activityWords, attendanceWords, courseWords, deviceWords, dischargeWords, doseWords, recommendationWords, sessionFactsWords, teachBackWords, topicWords,
} from '../therapy';
import { dayWords } from '../times';
import { quoted, said, withFacts, type AreaWords, type Called } from './told';

export const therapyWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'therapyOrdered': {
      const { discipline, prescription } = change.value;
      return said(`ordered ${withFacts(disciplineWords(discipline).toLowerCase(), prescription && courseWords(prescription))}`, prescription?.therapyType);
    }
    case 'therapyOrderRevised': {
      const { therapyOrderId, prescription, reason } = change.value;
      return said(`revised ${withFacts(`the order for ${called.therapy(therapyOrderId)}`, prescription && courseWords(prescription))}`, reason);
    }
    case 'therapyDischarged': return said(`discharged the patient from ${withFacts(called.therapy(change.value.therapyOrderId), dischargeWords(change.value.reason).toLowerCase())}`, change.value.summary);
    case 'therapyCertified': {
      const { therapyOrderId, certification } = change.value;
      const days = certification?.intervalDays ?? 0;
      return said(`${certification?.recertification ? 'recertified' : 'certified'} ${called.therapy(therapyOrderId)}${days > 0 ? ` for ${days} days` : ''}`, certification?.delayReason);
    }
    case 'verbalOrderRecorded': return said(`recorded that ${change.value.verbalOrder?.givenBy?.name ?? 'a physician'} ordered ${called.therapy(change.value.therapyOrderId)} orally`);
    case 'therapyPlanSentRecorded': return said(`recorded that the order for ${called.therapy(change.value.therapyOrderId)} was sent to the physician`);
    case 'progressReportFiled': {
      const { report } = change.value;
      const done = report?.status === ProgressReportStatus.COMPLETED;
      return said(`${done ? 'signed' : 'prepared'} ${withFacts(`the progress report of ${called.therapy(report?.therapyOrderId ?? '')}`, recommendationWords(report?.recommendation ?? 0).toLowerCase())}`, change.value.text?.assessment);
    }
    case 'sessionRecorded': return session(change.value, called);
    case 'exercisePrescribed': return said(`prescribed the exercise ${withFacts(quoted(change.value.prescription?.name) ?? '', doseWords(change.value.prescription?.dose))}`, change.value.prescription?.instructions);
    case 'exerciseAdjusted': return said(adjusted(change.value, called), change.value.reason);
    case 'homeExerciseLogged': return said('logged the home programme', change.value.comment);
    case 'activityQuotaSet': {
      const { activity, step } = change.value;
      const name = activityWords(activity).toLowerCase();
      return step?.weeklyTarget ? said(`set ${name} to ${activityAmountWords(activity, step.weeklyTarget)} a week`, step.reason) : said(`ended the weekly quota of ${name}`, step?.reason);
    }
    case 'devicePrescribed': return said(`prescribed ${withFacts(deviceWords(change.value.kind).toLowerCase() || 'a device', change.value.description)}`, change.value.purpose);
    case 'deviceFitted': return said(`fitted ${called.device(change.value.deviceId)}`, change.value.fitting);
    case 'deviceDiscontinued': return said(`discontinued ${called.device(change.value.deviceId)}`, change.value.reason);
    case 'educationRecorded': {
      const { summary, content } = change.value;
      return said(`taught ${withFacts(topicWords(summary?.topic ?? 0).toLowerCase(), teachBackWords(summary?.teachBack ?? 0).toLowerCase())}`, content);
    }
    case 'rehabilitationWindowOpened': return said(`opened the window for rehabilitation, until ${dayWords(change.value.window?.throughDate ?? '')}`);
    default: return undefined;
  }
};

function session({ summary, detail }: SessionRecorded, called: Called) {
  if (summary === undefined) return said('recorded a session');
  const field = summary.therapyOrderId ? called.therapy(summary.therapyOrderId) : disciplineWords(summary.discipline).toLowerCase();
  if (summary.correctionReason !== '')
    return said(`corrected ${withFacts(`a session of ${field}`, `${attendanceWords(summary.attendance).toLowerCase()} ${dayWords(summary.sessionDate)}`)}`, summary.correctionReason);
  if (summary.attendance !== SessionAttendance.ATTENDED)
    return said(`recorded ${withFacts(`a session of ${field}`, attendanceWords(summary.attendance).toLowerCase())}`, summary.attendanceReason);
  const what = { [SessionPurpose.EVALUATION]: 'evaluated for', [SessionPurpose.RE_EVALUATION]: 're-evaluated in', [SessionPurpose.DISCHARGE]: 'held the last session of' }[summary.purpose as number] ?? 'treated in';
  return said(withFacts(`${what} ${field}`, sessionFactsWords(summary)), detail?.response);
}

function adjusted({ change, exerciseId, dose, assistantLimit }: ExerciseAdjusted, called: Called): string {
  const name = called.exercise(exerciseId);
  switch (change) {
    case ExerciseChange.PROGRESSED: return withFacts(`progressed ${name}`, doseWords(dose));
    case ExerciseChange.REGRESSED: return withFacts(`eased ${name}`, doseWords(dose));
    case ExerciseChange.STOPPED: return `stopped ${name}`;
    case ExerciseChange.ASSISTANT_LIMIT_SET: return withFacts(`set how far an assistant may progress ${name}`, doseWords(assistantLimit));
    default: return `changed ${name}`;
  }
}
