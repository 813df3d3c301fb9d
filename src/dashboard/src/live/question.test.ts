import { Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Question } from './question';

let told: string[];
let taken: number[];
let asked: number;
const question = () => new Question<number>((failure) => told.push(failure));
const fails = (code: Code, message = 'no') => () => (asked++, Promise.reject<number>(new ConnectError(message, code)));
const answers = (n: number) => () => (asked++, Promise.resolve(n));
const take = (n: number) => void taken.push(n);

beforeEach(() => {
  vi.useFakeTimers();
  [told, taken, asked] = [[], [], 0];
});
afterEach(() => vi.useRealTimers());

test('A question whose answer was lost is asked again after a pause, or at once when the page wakes up', async () => {
  const one = question();
  let ask = fails(Code.Unavailable);
  one.put(() => ask(), take);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([asked, taken, told.at(-1)]).toEqual([3, [], 'The server cannot be reached.']);
  ask = answers(7);
  one.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked, taken, told.at(-1)]).toEqual([4, [7], '']);
});

test('What the server refuses is told, and not asked again', async () => {
  const one = question();
  one.put(fails(Code.PermissionDenied, 'Not on the team.'), take);
  await vi.advanceTimersByTimeAsync(60_000);
  one.wake();
  expect([asked, told]).toEqual([1, ['Not on the team.']]);
});

test('The answer to an older question, or after the end, is not taken', async () => {
  const one = question();
  const answer: ((n: number) => void)[] = [];
  const later = () => new Promise<number>((resolve) => answer.push(resolve));
  one.put(later, take);
  one.put(later, take);
  answer[0]!(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toEqual([]);
  answer[1]!(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toEqual([2]);
  one.put(fails(Code.Unavailable), take);
  await vi.advanceTimersByTimeAsync(0);
  one.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(1);
});
