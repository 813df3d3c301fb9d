import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { HigherIs, OutcomeMeasurementSchema } from '../gen/careteam/v1/outcome_pb';
import { changeOf, importanceOf } from './cardChange';
import { measuresOf, scoresOf } from './measures';

/** A questionnaire answered in part has no score on some subscales. */
const measured = (day: number, scores: Record<string, number | undefined>) => create(OutcomeMeasurementSchema, {
  instrumentId: 'sf', abbreviation: 'SF', measuredAt: { seconds: BigInt(day * 86_400) },
  scores: Object.entries(scores).map(([subscaleId, value]) => ({ subscaleId, value, unit: 'points', higherIs: HigherIs.BETTER })),
});
const values = (...outcomes: ReturnType<typeof measured>[]) => scoresOf(measuresOf(outcomes)[0]!).map((score) => score?.value);

test('A card tells one score through all measurements, and leaves out where it is missing', () => {
  const [start, between, now] = [measured(1, { physical: 30, mental: 55 }), measured(2, { physical: undefined, mental: 20 }), measured(3, { physical: 40, mental: 50 })];
  expect(values(start, between, now)).toEqual([30, undefined, 40]);
  // The newest one lacks the first subscale: the other is told throughout, and not compared with the first.
  const [measure] = measuresOf([start, between]);
  expect(scoresOf(measure!).map((score) => score?.value)).toEqual([55, 20]);
  expect([changeOf(measure!), importanceOf(measure!)]).toEqual(['−35', 'worse']);
});

test('The total is told where there ever was one', () => {
  expect(values(measured(1, { '': 24, physical: 30 }), measured(2, { '': undefined, physical: 10 }))).toEqual([24, undefined]);
});
