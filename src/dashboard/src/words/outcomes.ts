import { ChangeCertainty, HigherIs, type OutcomeChange, type OutcomeScore } from '../gen/careteam/v1/outcome_pb';
import { amountWords } from './units';

/** "24 %", a status in words, or why there is no score. */
export function scoreWords(score: OutcomeScore | undefined): string {
  if (score === undefined) return '';
  if (score.value === undefined) return score.unscoredReason || 'no score';
  if (score.unit === 'code') return score.band;
  return [amountWords(score.value, score.unit), score.profile].filter(Boolean).join(', ');
}

export const directionWords = (higherIs: HigherIs) => ({ [HigherIs.UNSPECIFIED]: '', [HigherIs.BETTER]: 'higher is better', [HigherIs.WORSE]: 'lower is better' })[higherIs] ?? '';

/** "22 better, an important change", "3 better, may be measurement error". */
export function changeWords(change: OutcomeChange | undefined, unit: string): string {
  if (change === undefined) return '';
  const size = amountWords(Math.abs(round(change.improvement)), unit === 'code' ? '' : unit === '%' ? 'points' : unit);
  const way = change.improvement === 0 ? 'unchanged' : unit === 'code' ? (change.improvement > 0 ? 'better' : 'worse') : `${size} ${change.improvement > 0 ? 'better' : 'worse'}`;
  return [way, change.improvement === 0 ? '' : weightWords(change)].filter(Boolean).join(', ');
}

function weightWords(change: OutcomeChange): string {
  if (change.certainty === ChangeCertainty.WITHIN_ERROR) return 'may be measurement error';
  if (change.meetsMcid ?? change.meetsMcidPercent) return change.mcidLevel ? `an important change (${change.mcidLevel})` : 'an important change';
  if (change.worsenedByMcid) return 'an important worsening';
  return change.meetsMcid === false ? 'less than an important change' : '';
}

const round = (n: number) => Math.round(n * 100) / 100;
