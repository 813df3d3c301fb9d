import { PregnancyStatus, type PreProcedureChecklist } from '../gen/careteam/v1/injection_pb';

/** What of the checklist before a procedure nobody has gone through yet. */
export function missingOf(checklist: PreProcedureChecklist | undefined): string[] {
  const asked: [boolean | undefined, string][] = [
    [checklist?.allergiesReviewed, 'allergies'],
    [checklist?.antithrombotics !== undefined, 'blood thinners'],
    [checklist?.infectionExcluded, 'infection'],
    [checklist?.pregnancy !== undefined && checklist.pregnancy !== PregnancyStatus.UNSPECIFIED, 'pregnancy'],
    [checklist !== undefined && (checklist.diabetesExcluded || checklist.glucoseMgDl > 0), 'diabetes'],
    [checklist?.consentSigned, 'consent'],
    [checklist?.sideMarked, 'side marked'],
  ];
  return asked.filter(([known]) => !known).map(([, words]) => words);
}
