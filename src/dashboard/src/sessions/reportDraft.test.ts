import { expect, test } from 'vitest';
import { ProgressRecommendation } from '../gen/careteam/v1/therapy_pb';
import { joinReport, type ReportDraft } from './reportDraft';

const report = (own: Partial<ReportDraft>): ReportDraft =>
  ({ therapyOrderId: 'o1', patient: '', subjective: '', objective: '', assessment: '', plan: '', recommendation: ProgressRecommendation.UNSPECIFIED, complete: true, ...own });

test('A report that comes back joins what is being written', () => {
  const joined = joinReport(report({ objective: 'Lifts 20 lb.', plan: 'Go on.' }), report({ objective: 'Walks 400 m.', assessment: 'On course.', recommendation: ProgressRecommendation.CONTINUE }));
  expect(joined).toEqual(report({ objective: 'Lifts 20 lb.\nWalks 400 m.', assessment: 'On course.', plan: 'Go on.', recommendation: ProgressRecommendation.CONTINUE }));
});

test('Of two recommendations neither is taken by itself', () => {
  const { CONTINUE, DISCHARGE, UNSPECIFIED } = ProgressRecommendation;
  const recommended = (one: ProgressRecommendation, other: ProgressRecommendation) => joinReport(report({ recommendation: one }), report({ recommendation: other })).recommendation;
  expect(recommended(CONTINUE, DISCHARGE)).toBe(UNSPECIFIED);
  expect(recommended(CONTINUE, CONTINUE)).toBe(CONTINUE);
  expect(recommended(DISCHARGE, UNSPECIFIED)).toBe(DISCHARGE);
});
