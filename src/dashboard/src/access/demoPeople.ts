import { Role } from '../gen/careteam/v1/team_pb';
import type { SignedIn } from './session.svelte';

const person = (personId: string, name: string, role: Role): SignedIn => ({ organization: 'demo', personId, name, role });

/** The people of `careteam demo` (src/CareTeam.Cli/Demo/DemoPeople.cs), and two who only read. */
export const demoPeople: readonly SignedIn[] = [
  person('dr-lindqvist', 'Dr. Ingrid Lindqvist', Role.PHYSIATRIST),
  person('dr-osei', 'Dr. Samuel Osei', Role.PHYSIATRIST),
  person('pt-rivera', 'Tomás Rivera', Role.PHYSICAL_THERAPIST),
  person('pta-park', 'Jun Park', Role.PHYSICAL_THERAPIST_ASSISTANT),
  person('ot-okafor', 'Hannah Okafor', Role.OCCUPATIONAL_THERAPIST),
  person('psy-haddad', 'Dr. Leila Haddad', Role.PSYCHOLOGIST),
  person('rn-mbeki', 'Grace Mbeki', Role.NURSE),
  person('vc-novak', 'Petra Novak', Role.VOCATIONAL_COUNSELLOR),
  person('patient-bell', 'Marcus Bell', Role.PATIENT),
  person('records', 'Records office', Role.ADMINISTRATOR),
  person('wall', 'Screen on the ward', Role.DISPLAY),
];
