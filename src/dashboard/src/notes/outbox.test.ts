import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RuleRefusalSchema } from '../gen/careteam/v1/rule_pb';
import type { ReportDraft } from '../sessions/reportDraft';
import type { SessionDraft } from '../sessions/sessionDraft';
import { emptyDraft, type Draft } from './draft';
import { entryText, NoteShelf, wouldLose, type QueuedEntry } from './noteShelf';

vi.mock('../calls/clients', () => ({ noteCalls: {}, outcomeCalls: {}, therapyCalls: {} }));
const { Outbox } = await import('./outbox.svelte');

class MemoryShelf {
  /** So many letters fit. */
  room = Infinity;
  private readonly entries = new Map<string, string>();
  get length() { return this.entries.size; }
  key(index: number) { return [...this.entries.keys()][index] ?? null; }
  getItem(key: string) { return this.entries.get(key) ?? null; }
  setItem(key: string, value: string) {
    const others = [...this.entries].filter(([other]) => other !== key).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (others + key.length + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string) { this.entries.delete(key); }
}

const soap = { subjective: 'Leg pain 4/10', objective: '', assessment: '', plan: '' };
const draft: Draft = { ...emptyDraft(), soap };
const session = { therapyOrderId: 'o1', patient: 'Dorota Weiss', sessionDate: '2026-03-02', attendance: 2, exercises: [{ exerciseId: 'e1', sets: '3', repetitions: '', minutes: '', metres: '', load: '' }] } as unknown as SessionDraft;
const report = { therapyOrderId: 'o1', subjective: 'Sleeps through.', objective: '', assessment: '', plan: '', recommendation: 0 } as ReportDraft;
const sessionAsPrescribed = {
  ...session, attendance: 1, timedMinutes: '', untimedMinutes: '', painBefore: '', painAfter: '', response: '', interventions: [], activities: [], exercises: [],
} as SessionDraft;
const blankPain = {
  instrumentId: 'nprs', abbreviation: 'NPRS', form: '', referenceWindow: 'now', completion: 0, stopReason: '', answers: [''], activities: [], unit: '', coded: false, fewerWillDo: false,
};
const unreachable = () => Promise.reject(new ConnectError('no', Code.Unavailable));
let storage: MemoryShelf;
let sent: QueuedEntry[];
let answer: () => Promise<unknown>;

const shelf = () => new NoteShelf('demo', 'pt-rivera', storage);
const outbox = () => new Outbox(shelf(), (note) => (sent.push(note), answer()));

beforeEach(() => {
  vi.useFakeTimers();
  [storage, sent, answer] = [new MemoryShelf(), [], () => Promise.resolve()];
});
afterEach(() => vi.useRealTimers());

test('A draft outlives the page, per plan', () => {
  outbox().keep('plan-1', draft);
  expect(outbox().draft('plan-1')).toEqual(draft);
  expect(outbox().draft('plan-2').soap.subjective).toBe('');
});

test('So does a half-written report, per order, an amendment, per note, and a session that was begun', () => {
  shelf().keepReportDraft(report);
  shelf().keepAmendment('n1', { text: 'Left, not right.', reason: '' });
  shelf().keepSessionDraft(session);
  expect(shelf().reportDraft('o1')).toEqual(report);
  expect(shelf().reportDraft('o2')).toBeUndefined();
  expect(shelf().amendment('n1')).toEqual({ text: 'Left, not right.', reason: '' });
  expect(shelf().amendment('n2')).toBeUndefined();
  expect(shelf().sessionDraft('o1')).toMatchObject({ sessionDate: '2026-03-02', exercises: [{ fields: ['sets'] }] });
  expect(new NoteShelf('demo', 'ot-okafor', storage).reportDraft('o1')).toBeUndefined();
});

test('What is emptied again, or handed in, is no draft any more', () => {
  const box = outbox();
  shelf().keepReportDraft(report);
  shelf().keepReportDraft({ ...report, subjective: ' ' });
  shelf().keepAmendment('n1', { text: 'Left.', reason: '' });
  shelf().keepAmendment('n1', { text: '', reason: '' });
  shelf().keepSessionDraft(session);
  shelf().keepSessionDraft({ ...sessionAsPrescribed, sessionDate: '2026-03-09' });
  expect(storage.length).toBe(0);
  answer = unreachable;
  shelf().keepReportDraft(report);
  shelf().keepAmendment('n1', { text: 'Left.', reason: '' });
  shelf().keepSessionDraft(session);
  box.fileReport('plan-1', report);
  box.amend('plan-1', 'Dorota Weiss', 'n1', { text: 'Left.', reason: '' });
  box.logSession('plan-1', session);
  expect([shelf().reportDraft('o1'), shelf().amendment('n1'), shelf().sessionDraft('o1')]).toEqual([undefined, undefined, undefined]);
  expect(box.queue.map((entry) => entry.kind).sort()).toEqual(['amendment', 'report', 'session']);
});

test('Nothing is recorded that was not sent, and the draft stays', async () => {
  const box = outbox();
  const handedIn = box.send('plan-1', { ...emptyDraft(), taskIds: ['t1'] });
  await vi.advanceTimersByTimeAsync(10);
  expect([handedIn, sent, box.hasRecorded(handedIn)]).toEqual([[], [], false]);
});

test('Recorded is what the server said yes to: not what was refused and taken back', async () => {
  const box = outbox();
  answer = unreachable;
  const accepted = box.send('plan-1', { ...draft, measures: [{ ...blankPain, answers: ['4'] }] });
  await vi.advanceTimersByTimeAsync(0);
  expect([accepted.length, box.hasRecorded(accepted)]).toEqual([2, false]);
  answer = () => Promise.resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(box.hasRecorded(accepted)).toBe(true);

  answer = () => Promise.reject(new ConnectError('The plan has ended.', Code.FailedPrecondition));
  const refused = box.logSession('plan-1', session);
  await vi.advanceTimersByTimeAsync(0);
  box.takeBack(refused[0]!);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([box.queue, box.hasRecorded(refused)]).toEqual([[], false]);
});

test('An amendment goes out again, word for word, until it is acknowledged', async () => {
  answer = unreachable;
  const box = outbox();
  const amended = box.amend('plan-1', 'Dorota Weiss', 'n1', { text: 'Left, not right.', reason: 'Mixed up' });
  await vi.advanceTimersByTimeAsync(30_000);
  answer = () => Promise.resolve();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(box.hasRecorded(amended)).toBe(true);
  expect(sent.length).toBeGreaterThan(2);
  expect(new Set(sent.map((entry) => JSON.stringify(entry))).size).toBe(1);
});

test('Without an answer the same request goes out again, word for word, until it is acknowledged', async () => {
  answer = unreachable;
  const box = outbox();
  box.send('plan-1', draft);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(box.waiting).toBe(true);
  expect(sent.length).toBeGreaterThan(4);
  answer = () => Promise.resolve();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(box.waiting).toBe(false);
  expect(box.queue).toEqual([]);
  expect(shelf().queue()).toEqual([]);
  expect(new Set(sent.map((note) => JSON.stringify(note))).size).toBe(1);
  const times = sent.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(times);
});

test('A note that was not acknowledged goes out after the page was opened again', async () => {
  answer = unreachable;
  const before = outbox();
  before.send('plan-1', draft);
  await vi.advanceTimersByTimeAsync(10);
  before.close();
  answer = () => Promise.resolve();
  const after = outbox();
  await vi.advanceTimersByTimeAsync(10);
  expect(after.queue).toEqual([]);
  expect(sent[0]!.requestId).toBe(sent.at(-1)!.requestId);
});

test('Whoever signs out while a note is under way has what comes next kept, and it does not go out as somebody else\'s', async () => {
  let answered: () => void = () => undefined;
  answer = () => new Promise<void>((resolve) => (answered = resolve));
  const box = outbox();
  box.send('plan-1', { ...draft, measures: [{ ...blankPain, answers: ['4'] }] });
  await vi.advanceTimersByTimeAsync(0);
  box.close();
  answered();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(shelf().queue().map((entry) => entry.kind)).toEqual(['measure']);
});

test('Two notes written offline have two request ids, and both arrive', async () => {
  answer = unreachable;
  const box = outbox();
  box.send('plan-1', draft);
  box.send('plan-1', { ...draft, soap: { ...soap, plan: 'Go on' } });
  await vi.advanceTimersByTimeAsync(10);
  expect(box.queue).toHaveLength(2);
  answer = () => Promise.resolve();
  box.wake();
  await vi.advanceTimersByTimeAsync(10);
  expect(box.queue).toEqual([]);
  expect(new Set(sent.map((note) => note.requestId)).size).toBe(2);
});

test('A refused note stays, with the reason, until it is taken back; others go on', async () => {
  answer = () => Promise.reject(new ConnectError('The plan has ended.', Code.FailedPrecondition));
  const box = outbox();
  box.send('plan-1', draft);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(box.queue[0]!.refusal).toBe('The plan has ended.');
  answer = () => Promise.resolve();
  box.send('plan-2', draft);
  await vi.advanceTimersByTimeAsync(10);
  expect(box.queue.map((note) => note.planId)).toEqual(['plan-1']);
  expect(box.takeBack(box.queue[0]!.requestId)).toMatchObject({ kind: 'note', soap });
  expect(shelf().queue()).toEqual([]);
});

test('An entry that the server stumbles over holds up no other, is tried again, and is not said to be off line', async () => {
  answer = () => (sent.at(-1)!.planId === 'plan-1' ? Promise.reject(new ConnectError('Something went wrong.', Code.Internal)) : Promise.resolve());
  const box = outbox();
  box.send('plan-1', draft);
  box.send('plan-2', draft);
  await vi.advanceTimersByTimeAsync(0);
  const troubled = box.queue[0]!;
  expect(box.queue.map((note) => note.planId)).toEqual(['plan-1']);
  expect([...box.troubles]).toEqual([[troubled.requestId, 'Something went wrong.']]);
  expect(box.waiting).toBe(false);

  await vi.advanceTimersByTimeAsync(3_600_000);
  const times = sent.filter((note) => note.planId === 'plan-1').length;
  expect(times).toBeGreaterThan(10);
  expect(times).toBeLessThan(30);
  answer = () => Promise.resolve();
  box.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(shelf().queue()).toEqual([]);
  expect(box.troubles.size).toBe(0);
  expect(new Set(sent.filter((note) => note.planId === 'plan-1').map((note) => JSON.stringify(note))).size).toBe(1);
});

test('What the server stumbles over can be taken back, unless it may be recording it just now', async () => {
  answer = () => Promise.reject(new ConnectError('Something went wrong.', Code.Internal));
  const box = outbox();
  box.send('plan-1', draft);
  await vi.advanceTimersByTimeAsync(0);
  const { requestId } = box.queue[0]!;
  let fail: (error: unknown) => void = () => undefined;
  answer = () => new Promise((_, reject) => (fail = reject));
  box.wake();
  expect(box.underWay).toBe(requestId);
  expect(box.takeBack(requestId)).toBeUndefined();
  fail(new ConnectError('Something went wrong.', Code.Internal));
  await vi.advanceTimersByTimeAsync(0);
  expect(box.takeBack(requestId)).toMatchObject({ kind: 'note', soap });
  const times = sent.length;
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(sent).toHaveLength(times);
  expect(shelf().queue()).toEqual([]);
});

test('What another tab took back meanwhile does not return as refused', async () => {
  let refuse: (error: unknown) => void = () => undefined;
  answer = () => new Promise((_, reject) => (refuse = reject));
  const box = outbox();
  box.send('plan-1', draft);
  await vi.advanceTimersByTimeAsync(0);
  shelf().remove(box.queue[0]!.requestId);
  refuse(new ConnectError('The plan has ended.', Code.FailedPrecondition));
  await vi.advanceTimersByTimeAsync(0);
  expect(box.queue).toEqual([]);
});

test('Measures go out beside the note, each with a request_id of its own, and unanswered ones do not', async () => {
  const measured = { ...blankPain, answers: ['4'] };
  outbox().send('plan-1', { ...draft, measures: [measured, blankPain] });
  await vi.advanceTimersByTimeAsync(10);
  expect(sent.map((entry) => entry.kind)).toEqual(['note', 'measure']);
  expect(new Set(sent.map((entry) => entry.requestId)).size).toBe(2);
  expect(sent[1]).toMatchObject({ measured, encounterAt: sent[0]!.encounterAt });
});

test('A note and its measures are handed in together, also when the browser has room for the note alone', async () => {
  answer = unreachable;
  const box = outbox();
  box.keep('plan-1', draft);
  storage.room = 900;
  box.send('plan-1', { ...draft, measures: [{ ...blankPain, answers: ['4'] }, { ...blankPain, answers: ['5'] }] });
  expect(box.draft('plan-1')).toEqual(emptyDraft());
  expect(box.queue.map((entry) => entry.kind)).toEqual(['note', 'measure', 'measure']);
  expect(box.unkept.size).toBeGreaterThan(0);
  expect(box.unkept.size).toBeLessThan(3);
  answer = () => Promise.resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(box.queue).toEqual([]);
  expect(new Set(sent.map((entry) => entry.requestId)).size).toBe(3);
  expect(wouldLose(storage)).toBe(false);
});

test('Without any room what is handed in is sent from the page, and outlives another sign-in on it', async () => {
  storage.room = 0;
  answer = unreachable;
  const before = outbox();
  before.logSession('plan-1', session);
  before.fileReport('plan-1', { therapyOrderId: 'o1' } as ReportDraft);
  await vi.advanceTimersByTimeAsync(0);
  expect(before.unkept).toEqual(new Set(before.queue.map((entry) => entry.requestId)));
  expect(wouldLose(storage)).toBe(true);
  before.close();
  expect(new NoteShelf('demo', 'ot-okafor', storage).queue()).toEqual([]);
  answer = () => Promise.resolve();
  const after = outbox();
  await vi.advanceTimersByTimeAsync(0);
  expect(after.queue).toEqual([]);
  expect(new Set(sent.map((entry) => entry.kind))).toEqual(new Set(['session', 'report']));
  expect(wouldLose(storage)).toBe(false);
});

test('As soon as there is room it is kept', async () => {
  storage.room = 0;
  answer = unreachable;
  const box = outbox();
  box.send('plan-1', draft);
  storage.room = Infinity;
  box.look();
  expect(box.unkept.size).toBe(0);
  expect(wouldLose(storage)).toBe(false);
  expect(new NoteShelf('demo', 'pt-rivera', storage).queue()).toEqual(box.queue);
});

test('What is refused is told also when there is no room for the reason', async () => {
  const box = outbox();
  answer = () => ((storage.room = 0), Promise.reject(new ConnectError('The plan has ended.', Code.FailedPrecondition)));
  box.send('plan-1', draft);
  await vi.advanceTimersByTimeAsync(0);
  expect(box.queue.map(({ refusal }) => refusal)).toEqual(['The plan has ended.']);
  box.takeBack(box.queue[0]!.requestId);
  expect(shelf().queue()).toEqual([]);
});

test('What rules refuse tells every rule, and goes out again as another request that says why', async () => {
  const rules = [
    { ruleId: 'therapy.progress-report', text: 'This is treatment day 11.', source: 'MBPM 15, 220.3', overridable: true },
    { ruleId: 'therapy.plan-before-treatment', text: 'No order is in force.', source: '42 CFR 410.61', overridable: true },
  ];
  answer = () => Promise.reject(new ConnectError('This is treatment day 11. (and 1 more)', Code.FailedPrecondition, undefined, [{ desc: RuleRefusalSchema, value: create(RuleRefusalSchema, { rules }) }]));
  const box = outbox();
  const handedIn = box.logSession('plan-1', session);
  await vi.advanceTimersByTimeAsync(0);
  const refused = box.queue[0]!;
  expect(refused.rules).toEqual(rules);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);

  answer = () => Promise.resolve();
  box.override(refused.requestId, 'The report is in dictation.');
  await vi.advanceTimersByTimeAsync(0);
  expect(shelf().queue()).toEqual([]);
  expect(box.hasRecorded(handedIn)).toBe(true);
  const again = sent[1]!;
  expect(again.requestId).not.toBe(refused.requestId);
  expect(again.overrides).toEqual(rules.map(({ ruleId }) => ({ ruleId, reason: 'The report is in dictation.' })));
  expect({ ...again, requestId: '', overrides: undefined }).toEqual({ ...sent[0], requestId: '', overrides: undefined });
});

test('A measurement that cannot go back into a form can be read all the same', () => {
  const read = (answers: string[], activities: string[] = []) => entryText({ kind: 'measure', measured: { ...blankPain, answers, activities } } as unknown as QueuedEntry);
  expect([read(['3', '', '5']), read(['4', '7'], ['Stairs', 'Sitting'])]).toEqual(['3, –, 5', 'Stairs 4, Sitting 7']);
});
