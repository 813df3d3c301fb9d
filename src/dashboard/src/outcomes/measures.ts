import type { OutcomeMeasurement, OutcomeScore } from '../gen/careteam/v1/outcome_pb';
import { HigherIs } from '../gen/careteam/v1/outcome_pb';

/** All measurements by one instrument that hold, oldest first. */
export interface Measure {
  instrumentId: string;
  abbreviation: string;
  /** The score by which it is told, the same at every measurement: only like is compared with like. */
  subscaleId: string;
  measurements: OutcomeMeasurement[];
}

export function measuresOf(outcomes: readonly OutcomeMeasurement[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const outcome of outcomes.filter((one) => one.supersededByOutcomeId === '')) {
    const measure = found.get(outcome.instrumentId) ?? { instrumentId: outcome.instrumentId, abbreviation: '', subscaleId: '', measurements: [] };
    measure.abbreviation = outcome.abbreviation;
    measure.measurements.push(outcome);
    found.set(outcome.instrumentId, measure);
  }
  for (const measure of found.values()) {
    measure.measurements.sort((a, b) => Number((a.measuredAt?.seconds ?? 0n) - (b.measuredAt?.seconds ?? 0n)));
    measure.subscaleId = mainSubscale(measure.measurements);
  }
  // What was measured most tells most of the course.
  return [...found.values()].sort((a, b) => b.measurements.length - a.measurements.length);
}

/** The instrument's own score where it ever had one, or else the first that has a value in the newest measurement with any. */
function mainSubscale(measurements: readonly OutcomeMeasurement[]): string {
  const scored = measurements.flatMap(({ scores }) => scores.filter(({ value }) => value !== undefined));
  if (scored.some(({ subscaleId }) => subscaleId === '')) return '';
  const newest = measurements.findLast(({ scores }) => scores.some(({ value }) => value !== undefined)) ?? measurements.at(-1);
  return (newest?.scores.find(({ value }) => value !== undefined) ?? newest?.scores[0])?.subscaleId ?? '';
}

/** Of each measurement the measure's score; undefined where it has none. */
export const scoresOf = ({ measurements, subscaleId }: Measure): (OutcomeScore | undefined)[] =>
  measurements.map(({ scores }) => scores.find((score) => score.subscaleId === subscaleId));
/** What was mistaken, with the measurement that corrects it. */
export const correctedOf = (outcomes: readonly OutcomeMeasurement[], instrumentId: string): [OutcomeMeasurement, OutcomeMeasurement | undefined][] =>
  outcomes.filter((one) => one.instrumentId === instrumentId && one.supersededByOutcomeId !== '')
    .map((one) => [one, outcomes.find((other) => other.outcomeId === one.supersededByOutcomeId)]);

export const improves = (from: number, to: number, higherIs: HigherIs): -1 | 0 | 1 =>
  from === to || higherIs === HigherIs.UNSPECIFIED ? 0 : (to > from) === (higherIs === HigherIs.BETTER) ? 1 : -1;
