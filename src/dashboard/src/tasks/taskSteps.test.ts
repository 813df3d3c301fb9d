import { create } from '@bufbuild/protobuf';
import { expect, test, vi } from 'vitest';
import { CarePlanSchema, PlanStatus } from '../gen/careteam/v1/plan_pb';
import { TaskStatus } from '../gen/careteam/v1/task_pb';
import { Role } from '../gen/careteam/v1/team_pb';
import { stepsOn } from './taskSteps';

vi.mock('../calls/clients', () => ({ taskCalls: {} }));

const me = { personId: 'psy', role: Role.PSYCHOLOGIST };

function steps(status: PlanStatus, task: { status: TaskStatus; dueKind?: string }, open = false) {
  const plan = create(CarePlanSchema, {
    status,
    members: [{ person: me }],
    tasks: [{ taskId: 't1', assignee: me, ...task }],
    redFlags: open ? [{ redFlagId: 'f1', taskId: 't1' }] : [],
  });
  return stepsOn(plan, plan.tasks[0]!, me);
}

test('A safety review begins on any plan, other work on an active one', () => {
  const review = { status: TaskStatus.ACCEPTED, dueKind: 'outcome.safety-review' };
  for (const status of [PlanStatus.DRAFT, PlanStatus.ON_HOLD, PlanStatus.COMPLETED]) {
    expect(steps(status, review)).toContain('start');
    expect(steps(status, { status: TaskStatus.ACCEPTED })).not.toContain('start');
  }
});

test('The task of an open red flag is not ticked off', () => {
  expect(steps(PlanStatus.ACTIVE, { status: TaskStatus.IN_PROGRESS })).toEqual(['complete']);
  expect(steps(PlanStatus.ACTIVE, { status: TaskStatus.IN_PROGRESS }, true)).toEqual([]);
});
