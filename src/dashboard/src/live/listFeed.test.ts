import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FeedStatus, WatchSink } from './keptWatch';
import { ListFeed, type ListItem } from './listFeed';

interface Entry {
  planId: string;
  cursor: string;
}

let watches: (WatchSink<ListItem<Entry>> & { cursors: string[] })[];
let lists: string[][];
let statuses: FeedStatus[];

const follow = () => new ListFeed<Entry>(
  (cursors, sink) => (watches.push({ cursors, item: sink.item.bind(sink), ended: sink.ended.bind(sink) }), () => undefined),
  (entry) => entry.planId,
  { list: (entries) => lists.push(entries.map((entry) => entry.cursor).sort()), status: (status) => statuses.push(status) },
);
const send = (...items: ListItem<Entry>['item'][]) => items.forEach((item) => watches.at(-1)!.item({ item }));
const plan = (cursor: string): ListItem<Entry>['item'] => ({ case: 'plan', value: { planId: cursor[0]!, cursor } });
const removed = (planId: string): ListItem<Entry>['item'] => ({ case: 'removed', value: { planId } });
const heartbeat = (plans: number): ListItem<Entry>['item'] => ({ case: 'heartbeat', value: { plans } });

beforeEach(() => {
  vi.useFakeTimers();
  [watches, lists, statuses] = [[], [], []];
});
afterEach(() => vi.useRealTimers());

test('The first list is told once it is complete, and then every change', () => {
  follow();
  send(plan('a1'), plan('b1'));
  expect(lists).toEqual([]);
  send(heartbeat(2), plan('a2'), removed('b'));
  expect(lists).toEqual([['a1', 'b1'], ['a2', 'b1'], ['a2']]);
  expect(statuses.at(-1)!.kind).toBe('live');
});

test('It opens the watch again with the newest cursor of every plan', () => {
  follow();
  send(plan('a1'), plan('b1'), heartbeat(2), plan('a2'));
  watches.at(-1)!.ended({ message: 'lost' });
  vi.advanceTimersByTime(1_000);
  expect(watches.at(-1)!.cursors).toEqual(['a2', 'b1']);
  send(removed('b'), heartbeat(1));
  expect(lists.at(-1)).toEqual(['a2']);
  expect(statuses.map((status) => status.kind)).toEqual(['live', 'offline', 'catching-up', 'live']);
});

test('A count that does not fit makes it ask for the whole list', () => {
  follow();
  send(plan('a1'), heartbeat(2));
  expect(lists).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(watches.at(-1)!.cursors).toEqual([]);
  send(plan('a1'), plan('b1'), heartbeat(2));
  expect(lists).toEqual([['a1', 'b1']]);
});

test('Cursors that the server does not know any more are given up, another refusal is told', () => {
  follow();
  send(plan('a1'), heartbeat(1));
  watches.at(-1)!.ended({ code: 3, message: 'cursors[0]' });
  expect(watches.at(-1)!.cursors).toEqual([]);
  watches.at(-1)!.ended({ code: 16, message: 'expired' });
  expect(statuses.at(-1)).toMatchObject({ kind: 'refused', code: 16 });
});
