import { TestCompletion, type OutcomeMeasurement } from '../../gen/careteam/v1/outcome_pb';
import { amountWords } from '../units';
import { said, type AreaWords } from './told';

export const outcomeWords: AreaWords = ({ change }) => {
  switch (change.case) {
    case 'outcomeRecorded': return said(`${change.value.outcome?.correctionReason ? 'corrected to' : 'recorded'} ${measuredWords(change.value.outcome)}`, change.value.outcome?.correctionReason);
    default: return undefined;
  }
};

/** "ODI: 24 %, moderate disability". */
function measuredWords(outcome: OutcomeMeasurement | undefined): string {
  if (outcome === undefined) return 'an outcome';
  if (outcome.completion === TestCompletion.UNABLE) return `${outcome.abbreviation}: not possible`;
  const scores = outcome.scores.map((s) =>
    [s.subscaleId, s.value === undefined ? '' : s.unit === 'code' ? '' : amountWords(s.value, s.unit), s.band].filter(Boolean).join(' '));
  return `${outcome.abbreviation}: ${scores.join(', ')}${outcome.needsSafetyReview ? ' (safety review today)' : ''}`;
}
