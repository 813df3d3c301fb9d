import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DifferenceKind, PlanDifferenceSchema } from '../gen/careteam/v1/history_pb';
import { differenceWords } from './differenceWords';

const told = (difference: MessageInitShape<typeof PlanDifferenceSchema>) => differenceWords(create(PlanDifferenceSchema, { kind: DifferenceKind.CHANGED, ...difference }));
const id = '0b5ff4db-202a-81d6-b56d-d55db6bfc4f0';

test('What changed is told without ids, with days as people say them', () => {
  expect(told({
    area: 'goals', subject: 'Lifts 50 lb', fields: [
      { field: 'due date', before: '1999-12-08', after: '1999-12-22' }, { field: 'attainment, percent', before: '0', after: '62.51' }, { field: 'attainment, outcome id', before: id, after: id },
    ],
  })).toEqual({ subject: 'Lifts 50 lb', changes: ['due date 8 Dec 1999 → 22 Dec 1999', '62 % of the way'], kind: 'changed' });
});

test('What the plan itself is needs no name', () => {
  expect(told({ area: 'status', subject: 'status', fields: [{ field: 'status', before: 'draft', after: 'active' }] })).toEqual({ subject: '', changes: ['draft → active'], kind: 'changed' });
});

test('What differs for machines only is left out', () => {
  expect(told({ area: 'red_flags', subject: 'fracture', fields: [{ field: 'task id', before: '', after: id }] })).toBeUndefined();
  expect(told({ area: 'rule_overrides', kind: DifferenceKind.ADDED, subject: `study/${id}` })).toEqual({ subject: '', changes: [], kind: 'new' });
});
