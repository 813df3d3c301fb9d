import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { CarePlanSchema } from '../gen/careteam/v1/plan_pb';
import { SessionAttendance } from '../gen/careteam/v1/therapy_session_pb';
import { isBegun, renewed, sessionDraftOf, shownAgain, sessionRequest, whyNotSession, type DoneDraft } from './sessionDraft';

const plan = create(CarePlanSchema, {
  patient: { name: 'Ana Example' },
  therapyOrders: [{ therapyOrderId: 'o1' }],
  exercises: [
    { exerciseId: 'e1', therapyOrderId: 'o1', name: 'Deadlift', status: 1, dose: { sets: 3, repetitions: 8, load: { value: 25, unit: '[lb_av]' } } },
    { exerciseId: 'e2', therapyOrderId: 'o1', name: 'Stopped one', status: 2 },
    { exerciseId: 'e3', therapyOrderId: 'another', name: 'Of another order', status: 1 },
  ],
  activityQuotas: [{ activityQuotaId: 'q1', therapyOrderId: 'o1', activity: 1 }],
});
const draft = () => sessionDraftOf(plan.therapyOrders[0]!, plan, '');

test('A session starts with the active exercises of its order, as they are prescribed', () => {
  expect(draft().exercises.map((one) => [one.name, one.sets, one.repetitions, one.load, one.done])).toEqual([['Deadlift', '3', '8', '25', false]]);
  expect(draft().activities.map((one) => one.name)).toEqual(['Walking']);
});

test('What the dose speaks of is asked for, also while its number is being corrected', () => {
  const [deadlift] = draft().exercises;
  expect(deadlift!.fields).toEqual(['sets', 'repetitions', 'load']);
  const corrected = { ...draft(), exercises: [{ ...deadlift!, repetitions: '' }] };
  expect(shownAgain(corrected).exercises[0]!.fields).toEqual(['sets', 'repetitions', 'load']);
  const { fields: _, ...older } = deadlift!;
  expect(shownAgain({ ...draft(), exercises: [older as DoneDraft] }).exercises[0]!.fields).toEqual(['sets', 'repetitions', 'load']);
});

test('A session that nobody has begun goes on with the day and the doses; one that was begun does not, nor does a day that was chosen', () => {
  const was = { ...draft(), sessionDate: '2026-03-09' };
  const now = { ...draft(), sessionDate: '2026-03-10', exercises: [{ ...draft().exercises[0]!, load: '30' }] };
  expect(renewed(was, now, '2026-03-09')).toEqual(now);
  expect(renewed({ ...was, sessionDate: '2026-03-08', supervisorId: 'pt-rivera' }, now, '2026-03-09')).toEqual({ ...now, sessionDate: '2026-03-08', supervisorId: 'pt-rivera' });
  const begun = { ...was, response: 'Tired' };
  expect(renewed(begun, now, '2026-03-09')).toBe(begun);
});

test('Only what was done is sent, with the numbers that were typed', () => {
  const logged = { ...draft(), timedMinutes: '45', painBefore: '5', painAfter: '3' };
  logged.exercises[0]!.done = true;
  logged.exercises[0]!.load = '27,5';
  logged.activities[0]!.amount = '20';
  expect(sessionRequest(logged)).toMatchObject({
    therapyOrderId: 'o1', timedMinutes: 45, painBefore: 5, painAfter: 3,
    exercises: [{ exerciseId: 'e1', sets: 3, repetitions: 8, load: { value: 27.5, unit: '[lb_av]' } }],
    activities: [{ activityQuotaId: 'q1', amount: 20 }],
  });
  expect(sessionRequest(draft()).exercises).toEqual([]);
  expect(sessionRequest(draft()).painBefore).toBeUndefined();
});

test('A session that did not take place needs its reason, and nothing was done in it', () => {
  const missed = { ...draft(), attendance: SessionAttendance.MISSED, timedMinutes: '45' };
  expect(whyNotSession(missed)).not.toBe('');
  expect(whyNotSession({ ...missed, attendanceReason: 'Bus strike' })).toBe('');
  expect(sessionRequest({ ...missed, attendanceReason: 'Bus strike' })).not.toHaveProperty('timedMinutes');
});

test('Numbers that are none, pain beyond the scale and days to come are told', () => {
  expect(whyNotSession({ ...draft(), timedMinutes: 'long' })).toBe('Minutes: this is a number.');
  expect(whyNotSession({ ...draft(), painAfter: '11' })).toBe('Pain after: a whole number from 0 to 10.');
  expect(whyNotSession({ ...draft(), painBefore: '4,5' })).toBe('Pain before: a whole number from 0 to 10.');
  expect(whyNotSession({ ...draft(), sessionDate: '2999-01-01' })).not.toBe('');
  expect(whyNotSession(draft())).toBe('');
});

test('Numbers that the server would not take are told before they are handed in', () => {
  const done = (typed: Partial<DoneDraft>) => whyNotSession({ ...draft(), exercises: [{ ...draft().exercises[0]!, done: true, ...typed }] });
  expect(whyNotSession({ ...draft(), timedMinutes: '481' })).toBe('Minutes: from 0 to 480.');
  expect(whyNotSession({ ...draft(), timedMinutes: '4e10' })).toBe('Minutes: from 0 to 480.');
  expect(whyNotSession({ ...draft(), untimedMinutes: '-1' })).toBe('Untimed minutes: from 0 to 480.');
  expect(whyNotSession({ ...draft(), timedMinutes: '300', untimedMinutes: '181' })).toBe('Timed and untimed minutes: at most 480 together.');
  expect(whyNotSession({ ...draft(), timedMinutes: '300', untimedMinutes: '180' })).toBe('');
  expect(done({ sets: '21' })).toBe('Deadlift, sets: from 0 to 20.');
  expect(done({ repetitions: '201' })).toBe('Deadlift, repetitions: from 0 to 200.');
  expect(done({ minutes: '241' })).toBe('Deadlift, minutes: from 0 to 240.');
  expect(done({ metres: '50001' })).toBe('Deadlift, metres: from 0 to 50000.');
  expect(done({ load: '0' })).toBe('Deadlift, load: above 0, up to 1000.');
  expect(done({ load: '1000,5' })).toBe('Deadlift, load: above 0, up to 1000.');
  expect(done({ rpe: '5' })).toBe('Deadlift, exertion: from 6 to 20.');
  expect(done({ sets: '20', repetitions: '200', minutes: '240', metres: '50000', load: '1000', rpe: '20' })).toBe('');
  expect(whyNotSession({ ...draft(), activities: [{ ...draft().activities[0]!, amount: '100001' }] })).toBe('Walking: from 0 to 100000.');
  expect(whyNotSession({ ...draft(), exercises: [{ ...draft().exercises[0]!, done: false, sets: '21' }] })).toBe('');
});

test('A session as it is prescribed is not begun; one with anything of its own is', () => {
  expect(isBegun(draft())).toBe(false);
  expect(isBegun({ ...draft(), sessionDate: '2026-03-02' })).toBe(false);
  expect(isBegun({ ...draft(), response: 'Tired' })).toBe(true);
  expect(isBegun({ ...draft(), painBefore: '0' })).toBe(true);
  expect(isBegun({ ...draft(), attendance: SessionAttendance.MISSED })).toBe(true);
  expect(isBegun({ ...draft(), exercises: [{ ...draft().exercises[0]!, done: true }] })).toBe(true);
  expect(isBegun({ ...draft(), activities: [{ ...draft().activities[0]!, amount: '20' }] })).toBe(true);
});
