import { Role } from '../gen/careteam/v1/team_pb';
import { session, type SignedIn } from './session.svelte';

/** A token for any of the demo organization's people: only a server in Development gives one. */
export async function signInForDevelopment(person: SignedIn): Promise<void> {
  const { organization, personId, name, role } = person;
  const answer = await fetch('/development/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organization, personId, name, role: Role[role]!.toLowerCase().replaceAll('_', '-') }),
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  session.begin(person, ((await answer.json()) as { token: string }).token);
}
