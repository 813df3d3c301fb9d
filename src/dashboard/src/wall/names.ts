import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { Role, type Person } from '../gen/careteam/v1/team_pb';

/** Whether a wall that visitors see says whole names: kept in the browser of the screen. */
const key = 'careteam.wall.names';

export const namesShown = () => localStorage.getItem(key) !== 'initials';
export const keepNames = (shown: boolean) => localStorage.setItem(key, shown ? 'whole' : 'initials');

/** "Marcus Bell" is "M. B." */
export const initials = (name: string) => name.split(/\s+/).filter(Boolean).map((part) => `${part[0]!.toUpperCase()}.`).join(' ');

const atHome: readonly Role[] = [Role.PATIENT, Role.CAREGIVER];

const peopleIn = ({ actor, change }: PlanEvent): (Person | undefined)[] =>
  [actor, ...Object.values(change.value ?? {}).filter((value): value is Person => typeof value === 'object' && value !== null && 'personId' in value && 'role' in value)];

/** Whose names a wall says as it says the patient's: those of the patient and of who cares at home, on the team or in the event. Staff are called by theirs. */
export function namesAtHome(plan: CarePlan, event: PlanEvent): string[] {
  const people = [...plan.members.map(({ person }) => person), ...peopleIn(event)].filter((person) => person !== undefined && atHome.includes(person.role));
  return [...new Set([plan.patient?.name ?? '', ...people.map((person) => person!.name)])].filter(Boolean);
}

/** A sentence in which these are called by the names that the wall has for them. */
export const withNames = (text: string, names: readonly string[], name: (of: string) => string) =>
  [...names].sort((a, b) => b.length - a.length).reduce((said, whole) => said.replace(new RegExp(`(?<!\\p{L})${whole.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'gu'), () => name(whole)), text);
