import { expect, test } from 'vitest';
import { RedFlagKind } from '../gen/careteam/v1/note_pb';
import { emptyDraft, isEmpty, joinNote, whyNot, type Measured } from './draft';
import { isAbout, type QueuedEntry } from './noteShelf';

const { CAUDA_EQUINA, FRACTURE } = RedFlagKind;

test('A note that comes back joins what is being written, and nothing of either is lost', () => {
  const draft = {
    ...emptyDraft(), patient: 'Dorota Weiss', taskIds: ['t1'],
    soap: { subjective: 'Slept through.', objective: '', assessment: '', plan: 'Go on.' },
    checks: [{ kind: FRACTURE, present: true, finding: 'Fell on the stairs.' }, { kind: CAUDA_EQUINA, present: false, finding: '' }],
  };
  const back = {
    taskIds: ['t2', 't1'], soap: { subjective: 'Leg pain 4/10.', objective: 'SLR 70.', assessment: '', plan: 'Go on.' },
    checks: [{ kind: CAUDA_EQUINA, present: true, finding: 'Saddle numb.' }, { kind: FRACTURE, present: true, finding: 'Tender at L1.' }],
  };
  expect(joinNote(draft, back)).toEqual({
    ...draft, taskIds: ['t1', 't2'], soap: { subjective: 'Slept through.\nLeg pain 4/10.', objective: 'SLR 70.', assessment: '', plan: 'Go on.' },
    checks: [{ kind: CAUDA_EQUINA, present: true, finding: 'Saddle numb.' }, { kind: FRACTURE, present: true, finding: 'Fell on the stairs.\nTender at L1.' }],
  });
});

test('A note is handed in with a line or a measured answer, and with no measure that was chosen and not answered', () => {
  const soap = { ...emptyDraft().soap, plan: 'Go on.' };
  const pain = (answer: string) => ({ abbreviation: 'NPRS', completion: 0, answers: [answer] }) as Measured;
  const ticked = { ...emptyDraft(), taskIds: ['t1'] };
  expect([isEmpty(ticked), whyNot(ticked)]).toEqual([true, 'Write at least a line, or measure something.']);
  expect(whyNot({ ...ticked, measures: [pain('')] })).toBe('NPRS has no answer: give one, or remove the measure.');
  expect(whyNot({ ...ticked, soap, measures: [pain('4'), pain(' ')] })).toBe('NPRS has no answer: give one, or remove the measure.');
  expect(whyNot({ ...ticked, soap })).toBe('');
  expect(whyNot({ ...ticked, measures: [pain('4')] })).toBe('');
  expect(whyNot({ ...ticked, measures: [pain('four')] })).toBe('NPRS: answers are numbers.');
});

test('An entry belongs to the form of its plan, its kind, and its order or note', () => {
  const session = { planId: 'p1', kind: 'session', session: { therapyOrderId: 'o1' } } as QueuedEntry;
  const report = { planId: 'p1', kind: 'report', report: { therapyOrderId: 'o2' } } as QueuedEntry;
  expect(isAbout(session, 'p1', ['session'], 'o1')).toBe(true);
  expect(isAbout(session, 'p1', ['session'], 'o2')).toBe(false);
  expect(isAbout(session, 'p1', ['report'], 'o1')).toBe(false);
  expect(isAbout(session, 'p2', ['session'], 'o1')).toBe(false);
  expect(isAbout(report, 'p1', ['session', 'report'], 'o2')).toBe(true);
  const amendment = { planId: 'p1', kind: 'amendment', noteId: 'n1' } as QueuedEntry;
  expect([isAbout(amendment, 'p1', ['amendment'], 'n1'), isAbout(amendment, 'p1', ['amendment'], 'n2')]).toEqual([true, false]);
  expect(isAbout({ planId: 'p1', kind: 'note' } as QueuedEntry, 'p1', ['note', 'measure'])).toBe(true);
});
