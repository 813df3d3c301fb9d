import assert from 'node:assert/strict';

/** Nothing of this kind is to be found; what was, a failure says in its first lines. */
export function assertNone(found: string[], what: string): void {
  assert.equal(found.length, 0, [what, ...found].join('\n'));
}
