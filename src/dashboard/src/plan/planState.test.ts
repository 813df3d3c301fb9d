import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteSchema } from '../gen/careteam/v1/note_pb';
import { PlanEventSchema, type PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import { CarePlanSchema, type CarePlan } from '../gen/careteam/v1/plan_pb';
import type { WatchSink } from '../live/keptWatch';

const server = vi.hoisted(() => ({ getPlan: vi.fn(), listNotes: vi.fn(), listPlanEvents: vi.fn() }));
vi.mock('../calls/clients', () => ({ planCalls: server, noteCalls: server, historyCalls: server }));
const watches = vi.hoisted(() => [] as { after: number; sink: WatchSink<object> }[]);
vi.mock('../live/watches', () => ({ openPlanWatch: (_: string, after: number, sink: WatchSink<object>) => (watches.push({ after, sink }), () => undefined) }));
const { PlanState } = await import('./planState.svelte');

let count: number;
let state: InstanceType<typeof PlanState>;

const noteId = (n: number) => `note-${n}`;
const planOf = (notes: number): CarePlan => create(CarePlanSchema, { planId: 'p1', version: notes, notes: Array.from({ length: notes }, (_, i) => ({ noteId: noteId(i) })) });

/** As the server answers: the newest first, and no more than 100 at once. */
async function listNotes({ pageSize, pageToken }: { pageSize: number; pageToken: string }) {
  if (pageSize < 1 || pageSize > 100) throw new ConnectError('page_size must be from 1 to 100', Code.InvalidArgument);
  const first = count - 1 - Number(pageToken || 0);
  const notes = Array.from({ length: Math.min(pageSize, first + 1) }, (_, i) => create(NoteSchema, { summary: { noteId: noteId(first - i) } }));
  const shown = Number(pageToken || 0) + notes.length;
  return { notes, nextPageToken: shown < count ? `${shown}` : '' };
}

const event = (version: number) => create(PlanEventSchema, { version });
const versions = (from: number, downTo: number) => Array.from({ length: from - downTo + 1 }, (_, i) => from - i);
const shown = ({ events }: { events: PlanEvent[] }) => events.map(({ version }) => version);

/** As the server answers: the oldest first, and no more than fit. */
const listPlanEvents = (fit: number) => async ({ afterVersion, pageSize, pageToken }: { afterVersion: number; pageSize: number; pageToken: string }) => {
  const after = Number(pageToken || afterVersion);
  const most = Math.min(fit, pageSize);
  return { events: Array.from({ length: most }, (_, i) => event(after + 1 + i)), nextPageToken: `${after + most}` };
};

async function opened(notes: number) {
  count = notes;
  state = new PlanState('p1');
  await vi.advanceTimersByTimeAsync(0);
  return state;
}

beforeEach(() => {
  vi.useFakeTimers();
  watches.length = 0;
  server.getPlan.mockImplementation(async () => ({ plan: planOf(count) }));
  server.listNotes.mockImplementation(listNotes);
});
afterEach(() => {
  state.close();
  vi.useRealTimers();
});

test('All notes of a plan can be shown, also when there are more than the server lists at once', async () => {
  await opened(230);
  for (const shown of [50, 100, 150, 200, 230]) {
    expect(state.notes).toHaveLength(shown);
    if (shown < 230) await state.earlierNotes();
  }
  expect(new Set(state.notes!.map((note) => note.summary!.noteId)).size).toBe(230);
  expect(state.hasEarlierNotes).toBe(false);
});

test('Earlier notes that could not be had are asked for again, and until then no more is wanted than before', async () => {
  await opened(230);
  server.listNotes.mockRejectedValueOnce(new ConnectError('no', Code.Unavailable));
  await expect(state.earlierNotes()).rejects.toThrow();
  expect(state.notes).toHaveLength(50);
  await state.earlierNotes();
  expect(state.notes).toHaveLength(100);
});

test('A note that comes while earlier ones are fetched stays on the screen', async () => {
  await opened(120);
  server.listNotes.mockImplementationOnce(async (request) => {
    const answer = await listNotes(request);
    count = 121;
    [state.plan, state.notes] = [planOf(121), (await listNotes({ pageSize: 50, pageToken: '' })).notes];
    return answer;
  });
  await state.earlierNotes();
  expect(state.notes![0]!.summary!.noteId).toBe(noteId(120));
  expect(state.notes).toHaveLength(100);
});

test('Earlier events come without holes, also when they are too large for one answer', async () => {
  await opened(0);
  state.events = versions(300, 261).map(event);
  server.listPlanEvents.mockImplementation(listPlanEvents(70));
  await state.earlierEvents();
  expect(shown(state)).toEqual(versions(300, 61));
  expect(state.hasEarlierEvents).toBe(true);
  await state.earlierEvents();
  expect(shown(state)).toEqual(versions(300, 1));
  expect(state.hasEarlierEvents).toBe(false);
});

test('Earlier events that are asked for twice are shown once', async () => {
  await opened(0);
  state.events = [event(30)];
  server.listPlanEvents.mockImplementation(listPlanEvents(1000));
  await Promise.all([state.earlierEvents(), state.earlierEvents()]);
  expect(shown(state)).toEqual(versions(30, 1));
});

const permissionDenied = 7;
/** As the server: every event after the cursor, and then that these are all. */
function catchUp(version: number) {
  const { after, sink } = watches.at(-1)!;
  for (const value of versions(version, after + 1).reverse().map(event)) sink.item({ item: { case: 'event', value } });
  sink.item({ item: { case: 'heartbeat', value: { version } } });
}

test('A plan that was refused and may be read again becomes live again, with nothing left of before', async () => {
  await opened(3);
  catchUp(3);
  watches[0]!.sink.ended({ code: permissionDenied, message: 'You are not on its team.' });
  expect([state.plan, state.notes, state.events, state.failure]).toEqual([undefined, undefined, [], 'You are not on its team.']);

  state.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect([watches.length, state.plan?.version, state.failure, state.light.kind]).toEqual([2, 3, '', 'catching-up']);
  catchUp(3);
  expect(state.light.kind).toBe('live');
});

test('What was asked for before the refusal does not bring the plan back', async () => {
  await opened(3);
  let answer: (given: object) => void = () => undefined;
  server.getPlan.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  for (const value of versions(4, 1).reverse().map(event)) watches[0]!.sink.item({ item: { case: 'event', value } });
  await vi.advanceTimersByTimeAsync(1_000);
  watches[0]!.sink.ended({ code: permissionDenied, message: 'You are not on its team.' });
  answer({ plan: planOf(4) });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([state.plan, state.failure]).toEqual([undefined, 'You are not on its team.']);
});

test('A plan of which a part may not be read is not shown as one that will be live', async () => {
  server.listNotes.mockRejectedValue(new ConnectError('A display reads no notes.', Code.PermissionDenied));
  await opened(3);
  expect([state.plan, state.failure]).toEqual([undefined, 'A display reads no notes.']);
});
