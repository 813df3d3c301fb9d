import { improves, scoresOf, type Measure } from './measures';

/** Baseline to now, only between like and like; empty where there is nothing to compare. */
function ends(measure: Measure) {
  const newest = measure.measurements.at(-1)!;
  const alike = scoresOf(measure).filter((score, i) => {
    const { form, referenceWindow } = measure.measurements[i]!;
    return form === newest.form && referenceWindow === newest.referenceWindow && score?.value !== undefined;
  });
  const [first, last] = [alike[0], alike.at(-1)];
  return alike.length > 1 && first?.value !== undefined && last?.value !== undefined && last.unit !== 'code' ? { from: first.value, to: last.value, higherIs: last.higherIs } : undefined;
}

export function changeOf(measure: Measure): string {
  const span = ends(measure);
  if (span === undefined) return '';
  const delta = Math.round((span.to - span.from) * 10) / 10;
  return `${delta > 0 ? '+' : delta < 0 ? '−' : '±'}${Math.abs(delta)}`;
}

export function importanceOf(measure: Measure): 'better' | 'worse' | 'same' {
  const span = ends(measure);
  const way = span === undefined ? 0 : improves(span.from, span.to, span.higherIs);
  return way > 0 ? 'better' : way < 0 ? 'worse' : 'same';
}
