import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { CaseloadPlanSchema } from '../gen/careteam/v1/live_pb';
import { Discipline } from '../gen/careteam/v1/team_pb';
import { noFilters, shown, type Filters } from './filters';

const plan = (planId: string, summary: object, changed = 0) => create(CaseloadPlanSchema, { summary: { planId, ...summary }, updatedAt: { seconds: BigInt(changed) } });
const plans = [
  plan('calm', { patientName: 'Ana Example', lead: { personId: 'dr-one', name: 'One' }, disciplines: [Discipline.PHYSICAL_THERAPY] }, 3),
  plan('flagged', { patientName: 'Ben Example', title: 'Neck pain', lead: { personId: 'dr-two', name: 'Two' }, openRedFlags: 1 }, 1),
  plan('late', { patientName: 'Cleo Other', lead: { personId: 'dr-one', name: 'One' }, nextDueDate: '2026-03-08', disciplines: [Discipline.PSYCHOLOGY] }, 2),
  plan('later', { patientName: 'Dan Other', lead: { personId: 'dr-one', name: 'One' }, nextDueDate: '2026-03-20' }, 4),
];
const ids = (filters: Partial<Filters>) => shown(plans, { ...noFilters(), ...filters }, '2026-03-09').map((one) => one.summary!.planId);

test('Red flags come first, then what is due, then what changed last', () => {
  expect(ids({})).toEqual(['flagged', 'late', 'later', 'calm']);
});

test('Filters narrow each other', () => {
  expect(ids({ flagged: true })).toEqual(['flagged']);
  expect(ids({ due: true })).toEqual(['late']);
  expect(ids({ leadId: 'dr-one' })).toEqual(['late', 'later', 'calm']);
  expect(ids({ leadId: 'dr-one', discipline: Discipline.PSYCHOLOGY })).toEqual(['late']);
  expect(ids({ words: 'pain ben' })).toEqual(['flagged']);
  expect(ids({ words: 'nobody' })).toEqual([]);
});
