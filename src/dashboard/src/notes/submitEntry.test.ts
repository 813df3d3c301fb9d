import { expect, test, vi } from 'vitest';
import { isFinal } from '../calls/failure';
import { SessionAttendance } from '../gen/careteam/v1/therapy_session_pb';
import type { SessionDraft } from '../sessions/sessionDraft';
import type { QueuedEntry } from './noteShelf';

const calls = vi.hoisted(() => ({ recordSession: vi.fn(async () => undefined), submitNote: vi.fn(async () => undefined), amendNote: vi.fn(async () => undefined) }));
vi.mock('../calls/clients', () => ({ noteCalls: calls, therapyCalls: calls, outcomeCalls: {} }));
const { submitEntry } = await import('./submitEntry');

const session = {
  therapyOrderId: 'o1', sessionDate: '2026-03-02', attendance: SessionAttendance.ATTENDED, purpose: 2, supervisorId: '', timedMinutes: '45', untimedMinutes: '', painBefore: '', painAfter: '',
  interventions: [], exercises: [], activities: [], response: '',
} as unknown as SessionDraft;
const entry: QueuedEntry = { planId: 'p1', patient: '', requestId: 'r1', encounterAt: '2026-03-02T10:00:00Z', kind: 'session', session };

test('An entry goes out as the command that it is', async () => {
  await submitEntry(entry);
  expect(calls.recordSession).toHaveBeenCalledWith(expect.objectContaining({ planId: 'p1', requestId: 'r1', therapyOrderId: 'o1', timedMinutes: 45 }));
});

test('An amendment goes out as one', async () => {
  await submitEntry({ planId: 'p1', patient: '', requestId: 'r1', encounterAt: '2026-03-02T10:00:00Z', kind: 'amendment', noteId: 'n1', text: 'Left.', reason: 'Mixed up' });
  expect(calls.amendNote).toHaveBeenCalledWith(expect.objectContaining({ planId: 'p1', requestId: 'r1', noteId: 'n1', text: 'Left.', reason: 'Mixed up' }));
});

test('What cannot be written down as a request is refused for good instead of being tried for ever', async () => {
  for (const impossible of [{ ...entry, session: { ...session, timedMinutes: '4e10' } }, { ...entry, encounterAt: 'some time' }]) {
    calls.recordSession.mockClear();
    const failure = await submitEntry(impossible).then(() => undefined, (error: unknown) => error);
    expect(isFinal(failure)).toBe(true);
    expect(String(failure)).toContain('It cannot be sent');
    expect(calls.recordSession).not.toHaveBeenCalled();
  }
});
