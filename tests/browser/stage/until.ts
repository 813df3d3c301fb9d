import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until it is so; then the answer. What throws an AssertionError is not so yet. */
export async function until<T>(what: string, look: () => Promise<T>, patience = 60_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  let last: unknown;
  while (true) {
    try {
      const found = await look();
      if (found) return found as NonNullable<T>;
    } catch (error) {
      if ((error as Error).name !== 'AssertionError') throw error;
      last = error;
    }
    if (Date.now() > end) throw last ?? new Error(`Waited in vain for ${what}.`);
    await pause(50);
  }
}
