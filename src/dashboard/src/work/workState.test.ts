import { create } from '@bufbuild/protobuf';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GetWorkResponseSchema, type GetWorkResponse } from '../gen/careteam/v1/task_pb';
import { Role } from '../gen/careteam/v1/team_pb';

const tab = vi.hoisted(() => {
  const kept = new Map<string, string>();
  const storage = {
    get length() { return kept.size; },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > tab.room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
  vi.stubGlobal('sessionStorage', storage);
  const tab = { kept, room: Infinity, getWork: vi.fn() };
  return tab;
});
vi.mock('../calls/clients', () => ({ taskCalls: tab, planCalls: {}, noteCalls: {} }));
vi.mock('../live/following', () => ({ attend: () => () => undefined }));
const opened = vi.hoisted(() => ({ sinks: [] as { item(item: object): void }[] }));
const open = vi.hoisted(() => () => (_: string[], sink: { item(item: object): void }) => (opened.sinks.push(sink), () => undefined));
vi.mock('../live/watches', () => ({ openCaseload: open, openWorklist: open }));
const { session } = await import('../access/session.svelte');
const { WorkState } = await import('./workState.svelte');
const { keepTime } = await import('../words/clock.svelte');

const rivera = { organization: 'demo', personId: 'pt-rivera', name: 'Tomás Rivera', role: Role.PHYSICAL_THERAPIST };
const okafor = { ...rivera, personId: 'ot-okafor', name: 'Hannah Okafor', role: Role.OCCUPATIONAL_THERAPIST };
const work = create(GetWorkResponseSchema, { todayDate: '2026-03-09', items: [{ task: { patientName: 'Dorota Weiss' } }] });
let days: InstanceType<typeof WorkState>[];

async function dayOf(who: typeof rivera, answer: Promise<GetWorkResponse>) {
  tab.getWork.mockReturnValue(answer);
  const day = new WorkState(who);
  days.push(day);
  await vi.advanceTimersByTimeAsync(0);
  return day;
}
const never = () => new Promise<GetWorkResponse>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  tab.kept.clear();
  tab.room = Infinity;
  opened.sinks.length = 0;
  days = [];
});
afterEach(() => {
  for (const day of days) day.close();
  vi.useRealTimers();
});

test('A reload shows what was known of the day, to nobody but whose day it is', async () => {
  session.begin(rivera, 'token');
  await dayOf(rivera, Promise.resolve(work));
  expect((await dayOf(rivera, never())).work?.items[0]?.task?.patientName).toBe('Dorota Weiss');
  expect((await dayOf(okafor, never())).work).toBeUndefined();
  expect((await dayOf({ ...rivera, organization: 'other' }, never())).work).toBeUndefined();
});

test('The end of the session leaves nothing of it in the tab, also when an answer comes later', async () => {
  session.begin(rivera, 'token');
  await dayOf(rivera, Promise.resolve(work));
  let answer: (late: GetWorkResponse) => void = () => undefined;
  await dayOf(rivera, new Promise((resolve) => (answer = resolve)));
  tab.kept.set('somebody.else', 'stays');
  session.end();
  answer(work);
  await vi.advanceTimersByTimeAsync(0);
  expect([...tab.kept.keys()]).toEqual(['somebody.else']);
});

test('A tab without room shows the day all the same, and after a reload no older one', async () => {
  session.begin(rivera, 'token');
  await dayOf(rivera, Promise.resolve(work));
  tab.room = 10;
  const day = await dayOf(rivera, Promise.resolve(create(GetWorkResponseSchema, { todayDate: '2026-03-10' })));
  expect([day.work?.todayDate, day.failure]).toEqual(['2026-03-10', '']);
  expect((await dayOf(rivera, never())).work).toBeUndefined();
});

test('The light is green once every list that is followed has spoken, and not before', async () => {
  const day = await dayOf(rivera, Promise.resolve(work));
  expect(opened.sinks).toHaveLength(3);
  for (const sink of opened.sinks) {
    expect(day.light.kind).toBe('catching-up');
    sink.item({ item: { case: 'heartbeat', value: { plans: 0 } } });
  }
  expect(day.light.kind).toBe('live');
});

test('At midnight the day is asked for anew, and yesterday\'s is not called live', async () => {
  vi.setSystemTime(new Date(2026, 2, 9, 23, 59, 58));
  vi.stubGlobal('document', new EventTarget());
  const stop = keepTime();
  const day = await dayOf(rivera, Promise.resolve(work));
  const heartbeats = () => opened.sinks.forEach((sink) => sink.item({ item: { case: 'heartbeat', value: { plans: 0 } } }));
  heartbeats();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(day.light.kind).toBe('live');

  tab.getWork.mockReturnValue(never());
  const asked = tab.getWork.mock.calls.length;
  await vi.advanceTimersByTimeAsync(1_500);
  heartbeats();
  expect([tab.getWork.mock.calls.length - asked, day.light.kind]).toEqual([1, 'catching-up']);

  // A computer that sleeps over midnight hears no timer: the page that comes into view looks at its day.
  vi.setSystemTime(new Date(2026, 2, 11, 8, 0));
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.getWork.mock.calls.length - asked).toBe(2);
  stop();
});

test('While the clinic is still in another day than the reader, it is asked again each minute, and what it says is called live', async () => {
  vi.setSystemTime(new Date(2026, 2, 10, 0, 0, 1));
  const day = await dayOf(rivera, Promise.resolve(work));
  for (const sink of opened.sinks) sink.item({ item: { case: 'heartbeat', value: { plans: 0 } } });
  await vi.advanceTimersByTimeAsync(1_000);
  const asked = tab.getWork.mock.calls.length;
  expect([day.work?.todayDate, day.light.kind]).toEqual(['2026-03-09', 'live']);
  tab.getWork.mockResolvedValue(create(GetWorkResponseSchema, { todayDate: '2026-03-10' }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(day.work?.todayDate).toBe('2026-03-10');
  await vi.advanceTimersByTimeAsync(300_000);
  expect(tab.getWork.mock.calls.length - asked).toBe(1);
});
