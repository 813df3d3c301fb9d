import type { TherapyDue, TherapyOrder, TherapyOrderProgress } from '../gen/careteam/v1/therapy_pb';
import { TherapyOrderStatus } from '../gen/careteam/v1/therapy_pb';
import type { Look } from '../parts/shapes';
import { look } from '../parts/shapes';
import { dayWords, daysUntil, dueWords, today } from '../words/times';

export interface CertificationClock {
  look: Look;
  words: string;
  /** A signature is asked for by now. */
  asked: boolean;
}

const kinds = ['therapy.initial-certification', 'therapy.verbal-order', 'therapy.recertification'];
/** A recertification is talked about from so many days before it is due. */
const noticeDays = 30;

/** How the order stands with its signature: signed until when, or due until when. */
export function certificationClock(order: TherapyOrder, progress: TherapyOrderProgress | undefined, dues: readonly TherapyDue[], day = today()): CertificationClock | undefined {
  if (order.status === TherapyOrderStatus.DISCHARGED || progress === undefined) return undefined;
  const due = dues.find(({ kind, subjectId, dueDate }) => subjectId === order.therapyOrderId && kinds.includes(kind) && (!progress.certified || daysUntil(dueDate, day) <= noticeDays));
  if (due !== undefined) {
    const late = due.dueDate < day;
    return { look: look('alert', late ? 'danger' : 'caution'), words: `${progress.certified ? 'Recertification' : 'Signature'} ${late ? dueWords(due.dueDate) : `due ${dueWords(due.dueDate)}`}`, asked: true };
  }
  if (!progress.certified) return { look: look('dashed', 'caution'), words: 'Not certified yet', asked: true };
  const through = progress.certifiedThroughDate;
  if (through !== '' && through < day) return { look: look('alert', 'danger'), words: `Certification ended ${dayWords(through)}`, asked: true };
  return { look: look('check', 'good'), words: through === '' ? 'Certified' : `Certified until ${dayWords(through)}`, asked: false };
}
