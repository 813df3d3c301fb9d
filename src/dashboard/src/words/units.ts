/** UCUM as people write it; what is not here is readable as it is. */
const spoken: Record<string, string> = { '[lb_av]': 'lb', '[in_i]': 'in', '[ft_i]': 'ft', '[mi_i]': 'mi', deg: '°', '{score}': '', '1': '' };

export function amountWords(amount: number, unit: string): string {
  const word = spoken[unit] ?? (unit === 'points' && amount === 1 ? 'point' : unit);
  return word === '' ? `${amount}` : word === '°' ? `${amount}°` : `${amount} ${word}`;
}

/** Masses that people use side by side, as kilograms. */
const kilograms: Record<string, number> = { kg: 1, g: 0.001, '[lb_av]': 0.45359237 };

/** An amount in another unit of its kind, to one decimal; undefined when there is no way from one to the other. */
export function convert(amount: number, from: string, to: string): number | undefined {
  if (from === to) return amount;
  const [a, b] = [kilograms[from], kilograms[to]];
  return a === undefined || b === undefined ? undefined : Math.round((amount * a / b) * 10) / 10;
}
