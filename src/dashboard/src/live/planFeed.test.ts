import { create } from '@bufbuild/protobuf';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WatchPlanResponseSchema } from '../gen/careteam/v1/live_pb';
import type { WatchPlanResponse } from '../gen/careteam/v1/live_pb';
import { deadAfter, silenceLimit, type FeedStatus, type WatchSink } from './keptWatch';
import { PlanFeed } from './planFeed';

interface OpenedWatch extends WatchSink<WatchPlanResponse> {
  afterVersion: number;
  closed: boolean;
}

let watches: OpenedWatch[];
let versions: number[];
let statuses: FeedStatus[];
let gaps: [number, number][];

const follow = (after = 0) => new PlanFeed('plan', after, (_, afterVersion, sink) => {
  const watch = { afterVersion, closed: false, item: sink.item.bind(sink), ended: sink.ended.bind(sink) };
  watches.push(watch);
  return () => void (watch.closed = true);
}, {
  event: (event) => versions.push(event.version),
  status: (status) => statuses.push(status),
  gap: (expected, got) => gaps.push([expected, got]),
});
const event = (version: number) => create(WatchPlanResponseSchema, { item: { case: 'event', value: { version } } });
const heartbeat = (version: number) => create(WatchPlanResponseSchema, { item: { case: 'heartbeat', value: { version } } });
const send = (...items: ReturnType<typeof event>[]) => items.forEach((item) => watches.at(-1)!.item(item));
const lose = (code?: number) => watches.at(-1)!.ended({ code, message: 'lost' });
const kinds = () => statuses.map((status) => status.kind);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-09T14:03:00Z') });
  [watches, versions, statuses, gaps] = [[], [], [], []];
});
afterEach(() => vi.useRealTimers());

test('It is live only once the server has promised that nothing is missing', () => {
  const feed = follow();
  expect(feed.status.kind).toBe('catching-up');
  send(event(1), event(2));
  expect(feed.status.kind).toBe('catching-up');
  send(heartbeat(2));
  expect(feed.status.kind).toBe('live');
  send(event(3));
  expect(feed.status.kind).toBe('live');
});

test('It reconnects for ever, each time with the last version it has', () => {
  const feed = follow(4);
  send(event(5), event(6), heartbeat(6));
  for (let i = 0; i < 100; i++) {
    lose();
    vi.advanceTimersByTime(10_000);
  }
  expect(watches).toHaveLength(101);
  expect(new Set(watches.slice(1).map((watch) => watch.afterVersion))).toEqual(new Set([6]));
  send(event(7), heartbeat(7));
  expect(versions).toEqual([5, 6, 7]);
  expect(feed.status.kind).toBe('live');
});

test('Between losing the connection and being complete again it is offline, since it last heard, and then catching up', () => {
  follow();
  send(event(1), heartbeat(1));
  vi.advanceTimersByTime(3_000);
  lose();
  expect(statuses.at(-1)).toEqual({ kind: 'offline', since: Date.parse('2026-03-09T14:03:00Z') });
  vi.advanceTimersByTime(6_000);
  send(event(2));
  expect(statuses.at(-1)!.kind).toBe('catching-up');
  send(heartbeat(2));
  expect(kinds()).toEqual(['live', 'offline', 'catching-up', 'live']);
});

test('Silence puts the light out, and a dead connection is given up', () => {
  follow();
  send(heartbeat(0));
  vi.advanceTimersByTime(silenceLimit - 1);
  expect(kinds()).toEqual(['live']);
  vi.advanceTimersByTime(1);
  expect(kinds()).toEqual(['live', 'offline']);
  vi.advanceTimersByTime(deadAfter);
  expect(watches[0]!.closed).toBe(true);
  expect(watches).toHaveLength(2);
});

test('Events that come twice, and what a closed watch still says, are dropped', () => {
  follow();
  send(event(1), event(2), event(1), event(2), event(3));
  lose();
  watches[0]!.item(event(4));
  vi.advanceTimersByTime(1_000);
  send(event(3), event(4));
  expect(versions).toEqual([1, 2, 3, 4]);
});

test('A gap is told, nothing after it is taken, and the feed asks again from its cursor', () => {
  const feed = follow();
  send(event(1), heartbeat(1), event(3));
  expect(gaps).toEqual([[2, 3]]);
  expect(feed.status.kind).toBe('catching-up');
  vi.advanceTimersByTime(1_000);
  expect(watches.at(-1)!.afterVersion).toBe(1);
  send(event(2), event(3), heartbeat(3));
  expect(versions).toEqual([1, 2, 3]);
  expect(feed.status.kind).toBe('live');
});

test('A heartbeat beyond the cursor is a gap too', () => {
  const feed = follow();
  send(event(1), heartbeat(2));
  expect(gaps).toEqual([[2, 2]]);
  expect(feed.status.kind).toBe('catching-up');
});

test('When the server refuses, it stops and says why', () => {
  follow();
  send(event(1));
  lose(7);
  vi.advanceTimersByTime(60_000);
  expect(watches).toHaveLength(1);
  expect(statuses.at(-1)).toEqual({ kind: 'refused', code: 7, message: 'lost' });
});

test('Woken, it does not wait for its pause', () => {
  const feed = follow();
  for (let i = 0; i < 6; i++) {
    lose();
    vi.advanceTimersByTime(i < 5 ? 10_000 : 0);
  }
  const before = watches.length;
  feed.wake();
  expect(watches).toHaveLength(before + 1);
  feed.wake();
  expect(watches).toHaveLength(before + 1);
});

test('Stopped, it is silent', () => {
  const feed = follow();
  send(event(1));
  feed.stop();
  watches[0]!.item(event(2));
  vi.advanceTimersByTime(60_000);
  expect(watches).toHaveLength(1);
  expect(versions).toEqual([1]);
});
