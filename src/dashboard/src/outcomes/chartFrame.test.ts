import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { HigherIs, TrajectorySeriesSchema } from '../gen/careteam/v1/outcome_pb';
import { frameOf } from './chartFrame';

/** Pain from 0 to 10, where 2 points less are important, begun at so many. */
const pain = (baseline: number) => frameOf(create(TrajectorySeriesSchema, {
  score: { minimum: 0, maximum: 10, higherIs: HigherIs.WORSE, mcid: { absolute: 2 } },
}), [baseline], undefined);

test('An important change is marked within the scale, and not at all where the scale ends before it', () => {
  expect(pain(5).important).toEqual({ from: pain(5).low, to: 3 });
  expect(pain(1).important).toBeUndefined();
});
