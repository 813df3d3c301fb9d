import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { PlanEventSchema } from '../gen/careteam/v1/plan_event_pb';
import { CarePlanSchema } from '../gen/careteam/v1/plan_pb';
import { Role } from '../gen/careteam/v1/team_pb';
import { eventWords } from '../words/events';
import { initials, namesAtHome, withNames } from './names';

const rivera = { personId: 'pt-rivera', name: 'Tomás Rivera', role: Role.PHYSICAL_THERAPIST };
const bell = { personId: 'patient-bell', name: 'Marcus Bell', role: Role.PATIENT };
const wife = { personId: 'caregiver-bell', name: 'Ann (Bell)', role: Role.CAREGIVER };
const plan = create(CarePlanSchema, {
  patient: { name: 'Marcus Bell' }, members: [{ person: rivera }, { person: bell }], tasks: [{ taskId: 't1', title: 'Annual visit of Marcus Bell’s employer' }],
});
/** The sentence as the wall has it. */
function said(event: MessageInitShape<typeof PlanEventSchema>): string {
  const whole = create(PlanEventSchema, event);
  return withNames(`${whole.actor?.name} ${eventWords(whole, plan).did}.`, namesAtHome(plan, whole), initials);
}

test('Initials stand for the patient and for whoever cares at home, whatever they did and wherever they are spoken of', () => {
  expect(said({ actor: bell, change: { case: 'homeExerciseLogged', value: {} } })).toMatch(/^M\. B\. logged/);
  expect(said({ actor: rivera, change: { case: 'memberAdded', value: { person: wife } } })).toBe('Tomás Rivera added A. (. to the team, caregiver.');
  expect(said({ actor: rivera, change: { case: 'taskReassigned', value: { taskId: 't1', assignee: bell } } })).toBe('Tomás Rivera gave “Annual visit of M. B.’s employer” to M. B..');
  expect(said({ actor: rivera, change: { case: 'membershipEnded', value: { personId: bell.personId } } })).toBe('Tomás Rivera ended the membership of M. B..');
});

test('A short name is not found within other words', () => expect(withNames('Annual talk with Ann', ['Ann'], initials)).toBe('Annual talk with A.'));
