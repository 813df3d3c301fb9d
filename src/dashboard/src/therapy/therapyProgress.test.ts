import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { expect, test, vi } from 'vitest';
import { CarePlanSchema } from '../gen/careteam/v1/plan_pb';

const server = vi.hoisted(() => ({ getTherapyProgress: vi.fn() }));
vi.mock('../calls/clients', () => ({ therapyCalls: server }));
const { TherapyProgress } = await import('./therapyProgress.svelte');

test('What the server counts is asked for again when an answer was lost, and once for each version and day', async () => {
  vi.useFakeTimers();
  server.getTherapyProgress.mockRejectedValueOnce(new ConnectError('no', Code.Unavailable)).mockResolvedValue({ orders: [{ therapyOrderId: 'o1' }], windows: [] });
  const progress = new TherapyProgress();
  const plan = create(CarePlanSchema, { version: 7, therapyOrders: [{ therapyOrderId: 'o1' }] });
  progress.look(plan);
  await vi.advanceTimersByTimeAsync(0);
  expect([progress.now, progress.failure]).toEqual([undefined, 'The server cannot be reached.']);
  await vi.advanceTimersByTimeAsync(10_000);
  progress.look(plan);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([progress.order('o1')?.therapyOrderId, progress.failure, server.getTherapyProgress.mock.calls.length]).toEqual(['o1', '', 2]);
  // At midnight a week may end, or a certification, though nothing happens on the plan.
  vi.setSystemTime(Date.now() + 86_400_000);
  progress.look(plan);
  expect(server.getTherapyProgress).toHaveBeenCalledTimes(3);
  progress.close();
  vi.useRealTimers();
});
