import { beforeEach, expect, test, vi } from 'vitest';
import { KeptDraft } from './keptDraft.svelte';

const [put, show] = [vi.fn(), vi.fn()];
let draft: KeptDraft<string>;
let written = '';
const elsewhere = (newValue: string | null, key = 'draft') => draft.look({ key, newValue });

beforeEach(() => {
  vi.resetAllMocks();
  written = 'ours';
  draft = new KeptDraft('draft', () => written, put, show);
});

test('What another window writes is shown here, unless it would replace what was written here', () => {
  elsewhere('theirs', 'another draft');
  expect(show).not.toHaveBeenCalled();
  elsewhere('theirs');
  expect([show.mock.calls.length, draft.elsewhere, draft.kept]).toEqual([1, '', true]);
  draft.keep();
  elsewhere('theirs again');
  expect([show.mock.calls.length, draft.elsewhere, draft.kept]).toEqual([1, 'changed', false]);
  // The field is left, for the button that shows it.
  draft.keep();
  expect([put.mock.calls.length, draft.elsewhere, draft.kept]).toEqual([1, 'changed', false]);
  written = 'ours again';
  draft.keep();
  expect(put).toHaveBeenLastCalledWith('ours again');
  elsewhere(null);
  expect(draft.elsewhere).toBe('gone');
  draft.takeOver();
  expect([show.mock.calls.length, draft.elsewhere, draft.kept]).toEqual([2, '', true]);
  elsewhere('theirs');
  expect(show).toHaveBeenCalledTimes(3);
});

test('What was handed in here is nothing that another window could replace', () => {
  draft.keep();
  draft.settle();
  elsewhere('theirs');
  expect([show.mock.calls.length, draft.elsewhere]).toEqual([1, '']);
});

test('Where the browser has no room for it, the form says so, until it has', () => {
  put.mockImplementationOnce(() => { throw new DOMException('full', 'QuotaExceededError'); });
  draft.keep();
  expect([draft.shelfFull, draft.kept]).toEqual([true, false]);
  draft.keep();
  expect([draft.shelfFull, draft.kept]).toEqual([false, true]);
});
