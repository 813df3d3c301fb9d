import { create } from '@bufbuild/protobuf';
import { expect, test, vi } from 'vitest';
import { CaseloadPlanSchema } from '../gen/careteam/v1/live_pb';

const server = vi.hoisted(() => ({ getPlan: vi.fn(), listPlanEvents: vi.fn() }));
vi.mock('../calls/clients', () => ({ planCalls: server, historyCalls: server }));
const { WallNews } = await import('./wallNews.svelte');

test('A change that comes while the one before is looked up is looked up after it', async () => {
  vi.useFakeTimers();
  let slow: (answer: object) => void = () => undefined;
  server.getPlan.mockReturnValueOnce(new Promise((resolve) => (slow = resolve))).mockResolvedValue({ plan: {} });
  server.listPlanEvents.mockImplementation(({ afterVersion }) => Promise.resolve({ events: [{ eventId: `e${afterVersion + 1}`, version: afterVersion + 1 }] }));
  const news = new WallNews();
  const changed = (version: number) => news.look([create(CaseloadPlanSchema, { summary: { planId: 'p1' }, version })]);
  changed(1);
  await vi.advanceTimersByTimeAsync(1_000);
  changed(2);
  slow({ plan: {} });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(news.items.map(({ event }) => event.eventId)).toEqual(['e2', 'e1']);
  news.close();
  vi.useRealTimers();
});
