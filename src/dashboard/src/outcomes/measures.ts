import type { OutcomeMeasurement, OutcomeScore } from '../gen/careteam/v1/outcome_pb';
import { HigherIs } from '../gen/careteam/v1/outcome_pb';

/** All measurements by one instrument that hold, oldest first. */
export interface Measure {
  instrumentId: string;
  abbreviation: string;
  measurements: OutcomeMeasurement[];
}

export function measuresOf(outcomes: readonly OutcomeMeasurement[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const outcome of outcomes.filter((one) => one.supersededByOutcomeId === '')) {
    const measure = found.get(outcome.instrumentId) ?? { instrumentId: outcome.instrumentId, abbreviation: '', measurements: [] };
    measure.abbreviation = outcome.abbreviation;
    measure.measurements.push(outcome);
    found.set(outcome.instrumentId, measure);
  }
  for (const measure of found.values()) measure.measurements.sort((a, b) => Number((a.measuredAt?.seconds ?? 0n) - (b.measuredAt?.seconds ?? 0n)));
  // What was measured most tells most of the course.
  return [...found.values()].sort((a, b) => b.measurements.length - a.measurements.length);
}

/** What was mistaken, with the measurement that corrects it. */
export const correctedOf = (outcomes: readonly OutcomeMeasurement[], instrumentId: string): [OutcomeMeasurement, OutcomeMeasurement | undefined][] =>
  outcomes.filter((one) => one.instrumentId === instrumentId && one.supersededByOutcomeId !== '')
    .map((one) => [one, outcomes.find((other) => other.outcomeId === one.supersededByOutcomeId)]);

/** The instrument's own score, or else the first that has a value. */
export const mainScore = (outcome: OutcomeMeasurement | undefined): OutcomeScore | undefined =>
  outcome?.scores.find((score) => score.subscaleId === '' && score.value !== undefined) ?? outcome?.scores.find((score) => score.value !== undefined) ?? outcome?.scores[0];

export const improves = (from: number, to: number, higherIs: HigherIs): -1 | 0 | 1 =>
  from === to || higherIs === HigherIs.UNSPECIFIED ? 0 : (to > from) === (higherIs === HigherIs.BETTER) ? 1 : -1;
