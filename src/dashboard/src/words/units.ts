/** UCUM as people write it; what is not here is readable as it is. */
const spoken: Record<string, string> = { '[lb_av]': 'lb', '[in_i]': 'in', '[ft_i]': 'ft', '[mi_i]': 'mi', deg: '°', '{score}': '', '1': '' };

export function amountWords(amount: number, unit: string): string {
  const word = spoken[unit] ?? (unit === 'points' && amount === 1 ? 'point' : unit);
  return word === '' ? `${amount}` : word === '°' ? `${amount}°` : `${amount} ${word}`;
}
