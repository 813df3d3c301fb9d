import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { ProgressReportStatus, type TherapyRecord } from '../gen/careteam/v1/therapy_pb';
import { SessionAttendance, type TherapySessionDetail } from '../gen/careteam/v1/therapy_session_pb';
import { disciplineWords } from '../words/enums';
import { attendanceWords, interventionWords, loadWords, painWords, purposeWords, recommendationWords, sessionFactsWords, teachBackWords, topicWords } from '../words/therapy';

export interface RecordWords {
  what: string;
  who: string;
  facts: string;
  done: string;
  text: string;
  tone: 'session' | 'missed' | 'home' | 'report' | 'education';
}

/** A therapy record as a line of the list. */
export function recordWords({ record, recordedBy }: TherapyRecord, plan: CarePlan): RecordWords {
  switch (record.case) {
    case 'session': {
      const summary = record.value.summary!;
      const mistaken = plan.sessions.some((session) => session.sessionId === summary.sessionId && session.supersededBySessionId !== '');
      const discipline = `${mistaken ? 'Corrected since: ' : ''}${disciplineWords(summary.discipline)}`;
      if (summary.attendance !== SessionAttendance.ATTENDED)
        return { what: `${discipline}: ${attendanceWords(summary.attendance).toLowerCase()}`, who: recordedBy?.name ?? '', facts: '', done: '', text: summary.attendanceReason, tone: 'missed' };
      const by = [summary.treatedBy?.name, summary.supervisedBy && `supervised by ${summary.supervisedBy.name}`].filter(Boolean).join(', ');
      return { what: `${discipline}, ${purposeWords(summary.purpose).toLowerCase()}`, who: by, facts: sessionFactsWords(summary), done: doneWords(record.value.detail, plan), text: record.value.detail?.response ?? '', tone: 'session' };
    }
    case 'homeLog': {
      const { exerciseIds, painBefore, painAfter, rpe, comment } = record.value;
      const names = plan.exercises.filter((exercise) => exerciseIds.includes(exercise.exerciseId)).map((exercise) => exercise.name);
      return { what: 'Home programme', who: recordedBy?.name ?? '', facts: [painWords(painBefore, painAfter), rpe > 0 ? `RPE ${rpe}` : ''].filter(Boolean).join(', '), done: names.join(', '), text: comment, tone: 'home' };
    }
    case 'progressReport': {
      const { report, text } = record.value;
      const done = report?.status === ProgressReportStatus.COMPLETED;
      return {
        what: done ? 'Progress report' : 'Progress report, in preparation', who: recordedBy?.name ?? '', facts: report?.recommendation ? recommendationWords(report.recommendation).toLowerCase() : '',
        done: report ? `${report.treatmentDays} treatment days` : '', text: [text?.subjective, text?.objective, text?.assessment, text?.plan].filter(Boolean).join('\n'), tone: 'report',
      };
    }
    case 'education': {
      const { summary, content, minutes } = record.value;
      return {
        what: `Education: ${topicWords(summary?.topic ?? 0).toLowerCase()}`, who: recordedBy?.name ?? '', facts: [teachBackWords(summary?.teachBack ?? 0).toLowerCase(), minutes > 0 ? `${minutes} min` : ''].filter(Boolean).join(', '),
        done: '', text: content, tone: 'education',
      };
    }
    default: return { what: 'A record', who: recordedBy?.name ?? '', facts: '', done: '', text: '', tone: 'session' };
  }
}

function doneWords(detail: TherapySessionDetail | undefined, plan: CarePlan): string {
  if (detail === undefined) return '';
  const exercises = detail.exercises.map(({ exerciseId, sets, repetitions, minutes, metres, load, rpe }) => {
    const name = plan.exercises.find((exercise) => exercise.exerciseId === exerciseId)?.name ?? 'An exercise';
    const dose = [sets > 0 && repetitions > 0 ? `${sets} × ${repetitions}` : '', minutes > 0 ? `${minutes} min` : '', metres > 0 ? `${metres} m` : '', load ? loadWords(load) : '', rpe > 0 ? `RPE ${rpe}` : ''];
    return [name, dose.filter(Boolean).join(', ')].filter(Boolean).join(' ');
  });
  return [...detail.interventions.map(interventionWords), ...exercises].join('; ');
}
