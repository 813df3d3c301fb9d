import { HigherIs, type ChangeCriterion, type TrajectorySeries } from '../gen/careteam/v1/outcome_pb';

export interface Range {
  from: number;
  to: number;
}

/** What a chart of a series shows beside its points. */
export interface ChartFrame {
  low: number;
  high: number;
  baseline: number;
  /** Where a score is better than the baseline by the minimal important change or more; nowhere, if the scale ends before. */
  important: Range | undefined;
  /** Around the baseline: what may be measurement error. */
  error: Range | undefined;
  bands: (Range & { label: string })[];
}

/** The part of the scale that the points need, with room for what they are held against. */
export function frameOf({ score, baselineOutcomeId, points }: TrajectorySeries, values: number[], target: number | undefined): ChartFrame {
  const baseline = points.find((point) => point.outcomeId === baselineOutcomeId)?.score?.value ?? values[0]!;
  const better = score?.higherIs === HigherIs.BETTER ? 1 : -1;
  const mcid = sizeOf(score?.mcid);
  const mdc = sizeOf(score?.mdc);
  const held = [...values, baseline, target, mcid && baseline + better * mcid, mdc && baseline - mdc, mdc && baseline + mdc].filter((n) => n !== undefined);
  const [least, most] = [Math.min(...held), Math.max(...held)];
  const room = Math.max((most - least) * 0.15, Math.abs(most) * 0.05, 0.5);
  const [minimum, maximum] = [score?.minimum ?? -Infinity, score && score.maximum > score.minimum ? score.maximum : Infinity];
  const [low, high] = [Math.max(minimum, least - room), Math.min(maximum, most + room)];
  const within = (range: Range): Range => ({ from: Math.max(low, range.from), to: Math.min(high, range.to) });
  const important = mcid === undefined ? undefined : within(better > 0 ? { from: baseline + mcid, to: high } : { from: low, to: baseline - mcid });
  const bands = [...(score?.bands ?? [])].sort((a, b) => a.from - b.from).map((band, i, all) => ({ ...within({ from: band.from, to: all[i + 1]?.from ?? maximum }), label: band.label })).filter((band) => band.to - band.from > (high - low) / 20);
  return {
    low, high, baseline, bands,
    important: important && important.from < important.to ? important : undefined,
    error: mdc === undefined ? undefined : within({ from: baseline - mdc, to: baseline + mdc }),
  };
}

/** A criterion that holds for something else than this score is shown in words, never drawn. */
const sizeOf = (criterion: ChangeCriterion | undefined) => (criterion === undefined || criterion.appliesTo !== '' ? undefined : criterion.absolute);
