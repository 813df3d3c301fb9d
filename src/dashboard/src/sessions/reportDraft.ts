import type { MessageInitShape } from '@bufbuild/protobuf';
import { joinText } from '../notes/draft';
import { ProgressRecommendation, type FileProgressReportRequestSchema } from '../gen/careteam/v1/therapy_pb';

/** A progress report as it is being written. */
export interface ReportDraft {
  therapyOrderId: string;
  patient: string;
  subjective: string;
  objective: string;
  assessment: string;
  plan: string;
  recommendation: ProgressRecommendation;
  /** Completes and signs it; otherwise it stays in preparation. */
  complete: boolean;
}

/** Something was written or chosen. */
export const isWritten = ({ subjective, objective, assessment, plan, recommendation }: ReportDraft) =>
  joinText(subjective, objective, assessment, plan) !== '' || recommendation !== ProgressRecommendation.UNSPECIFIED;

/** Why the report cannot be handed in yet; empty when it can. */
export function whyNotReport({ subjective, objective, assessment, plan, recommendation, complete }: ReportDraft): string {
  if ([subjective, objective, assessment, plan].every((text) => text.trim() === '')) return 'Write at least a line.';
  if (!complete) return '';
  if (assessment.trim() === '' || plan.trim() === '') return 'A signed report says what the progress means, and what comes next.';
  return recommendation === ProgressRecommendation.UNSPECIFIED ? 'Say what you recommend.' : '';
}

/** A report that comes back joins what is being written by now. Two recommendations are none: whoever signs says which. */
export function joinReport(draft: ReportDraft, back: ReportDraft): ReportDraft {
  const recommended = new Set([draft.recommendation, back.recommendation].filter((one) => one !== ProgressRecommendation.UNSPECIFIED));
  return {
    ...draft,
    subjective: joinText(draft.subjective, back.subjective), objective: joinText(draft.objective, back.objective),
    assessment: joinText(draft.assessment, back.assessment), plan: joinText(draft.plan, back.plan),
    recommendation: recommended.size === 1 ? [...recommended][0]! : ProgressRecommendation.UNSPECIFIED,
  };
}

export const reportRequest = ({ therapyOrderId, subjective, objective, assessment, plan, recommendation, complete }: ReportDraft): MessageInitShape<typeof FileProgressReportRequestSchema> => (
  { therapyOrderId, text: { subjective, objective, assessment, plan }, recommendation, complete });
