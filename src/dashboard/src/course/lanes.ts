import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { ProcedureStatus } from '../gen/careteam/v1/procedure_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { StudyStatus } from '../gen/careteam/v1/diagnostics_pb';
import type { RehabilitationWindow } from '../gen/careteam/v1/therapy_pb';
import { SessionAttendance } from '../gen/careteam/v1/therapy_session_pb';
import { blockWords } from '../words/diagnostics';
import { disciplineWords, redFlagWords } from '../words/enums';
import { dosingWords } from '../words/medications';
import { procedureNameWords } from '../words/procedures';
import { studyWords } from '../words/studies';
import { dateWords, dayDate } from '../words/times';

export type LaneTone = 'therapy' | 'procedure' | 'window' | 'medication' | 'study' | 'flag' | 'visit';

export interface Bar {
  from: Date;
  /** Unset: it goes on. */
  to?: Date;
  text: string;
  tone: LaneTone;
}

export interface Mark {
  at: Date;
  text: string;
  tone: LaneTone;
  /** It is planned, and has not happened yet. */
  planned?: boolean;
}

export interface Lane {
  name: string;
  bars: Bar[];
  marks: Mark[];
}

const time = (at: Timestamp | undefined) => (at === undefined ? undefined : timestampDate(at));

/** The course of a plan on one time line: what was done to the patient and when, area by area. Areas without anything are left out. */
export function lanesOf(plan: CarePlan): Lane[] {
  return [redFlags(plan), workUp(plan), procedures(plan), ...therapy(plan), ...medications(plan), visits(plan)].filter((lane) => lane.bars.length + lane.marks.length > 0);
}

function redFlags(plan: CarePlan): Lane {
  const bars = plan.redFlags.flatMap((flag): Bar[] => {
    const from = time(flag.raisedAt);
    return from === undefined ? [] : [{ from, to: time(flag.resolvedAt), text: redFlagWords(flag.kind), tone: 'flag' }];
  });
  return { name: 'Red flags', bars, marks: [] };
}

function workUp(plan: CarePlan): Lane {
  const studies = plan.studies.filter((study) => study.status === StudyStatus.RESULTED).flatMap((study): Mark[] => {
    const at = dayDate(study.results.at(-1)?.performedDate ?? '') ?? time(study.orderedAt);
    return at === undefined ? [] : [{ at, text: studyWords(study), tone: 'study' }];
  });
  const exams = plan.exams.filter((exam) => exam.supersededByExamId === '').flatMap((exam): Mark[] => {
    const at = time(exam.examinedAt);
    return at === undefined ? [] : [{ at, text: `Examined by ${exam.examiner?.name}`, tone: 'study' }];
  });
  const blocks = plan.diagnosticBlocks.flatMap((block): Mark[] => {
    const at = dayDate(block.performedDate);
    return at === undefined ? [] : [{ at, text: blockWords(block), tone: 'procedure' }];
  });
  return { name: 'Work-up', bars: [], marks: [...studies, ...exams, ...blocks] };
}

function procedures(plan: CarePlan): Lane {
  const marks = plan.procedures.filter((procedure) => procedure.status !== ProcedureStatus.CANCELLED).flatMap((procedure): Mark[] => {
    const at = dayDate(procedure.performedDate || procedure.plannedDate);
    return at === undefined ? [] : [{ at, text: procedureNameWords(procedure), tone: 'procedure', planned: procedure.performedDate === '' }];
  });
  return { name: 'Procedures', bars: plan.rehabilitationWindows.filter((window) => plan.procedures.find((one) => one.procedureId === window.procedureId)?.therapeutic !== false).flatMap(rehabilitation), marks };
}

/** From the injection to its last day: the time in which pain lets the patient train. */
function rehabilitation({ openedDate, throughDate }: RehabilitationWindow): Bar[] {
  const [from, to] = [dayDate(openedDate), dayDate(throughDate)];
  return from === undefined ? [] : [{ from, to, text: 'Rehabilitation window', tone: 'window' }];
}

/** A lane for each order, with the sessions that were given by it. */
function therapy(plan: CarePlan): Lane[] {
  return plan.therapyOrders.flatMap((order): Lane[] => {
    const from = dayDate(order.prescription?.startDate ?? '') ?? dayDate(order.establishedDate);
    if (from === undefined) return [];
    const sessions = plan.sessions.filter((session) => session.supersededBySessionId === '' && session.therapyOrderId === order.therapyOrderId && session.attendance === SessionAttendance.ATTENDED);
    const marks = sessions.flatMap((session): Mark[] => {
      const at = dayDate(session.sessionDate);
      return at === undefined ? [] : [{ at, text: `Session: ${session.treatedBy?.name}`, tone: 'therapy' }];
    });
    return [{ name: disciplineWords(order.discipline), bars: [{ from, to: dayDate(order.dischargedDate || order.endDate), text: '', tone: 'therapy' }], marks }];
  });
}

function medications(plan: CarePlan): Lane[] {
  return plan.medications.flatMap((medication): Lane[] => {
    const from = dayDate(medication.startDate) ?? time(medication.recordedAt);
    if (from === undefined) return [];
    const to = dayDate(medication.stoppedDate || medication.plannedStopDate);
    return [{ name: medication.name, bars: [{ from, to, text: dosingWords(medication.dose, medication.frequency), tone: 'medication' }], marks: [] }];
  });
}

function visits(plan: CarePlan): Lane {
  const marks = plan.notes.flatMap((note): Mark[] => {
    const at = time(note.encounterAt);
    return at === undefined ? [] : [{ at, text: `${disciplineWords(note.discipline)}: ${note.author?.name}`, tone: 'visit' }];
  });
  return { name: 'Notes', bars: [], marks };
}

/** "12 Aug to 3 Oct" */
export const spanWords = ({ from, to }: Bar) => `${dateWords(from)} ${to === undefined ? 'and goes on' : `to ${dateWords(to)}`}`;
