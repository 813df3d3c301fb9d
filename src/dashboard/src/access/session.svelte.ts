import { Role } from '../gen/careteam/v1/team_pb';

export interface SignedIn {
  organization: string;
  personId: string;
  name: string;
  role: Role;
  token: string;
}

const key = 'careteam.session';

/** Who is signed in: one person a browser tab, so that two windows can be two people. */
class Session {
  who = $state.raw<SignedIn | undefined>(remembered());
  /** Why the page asks to sign in again. */
  notice = $state('');

  async signIn(person: Omit<SignedIn, 'token'>): Promise<void> {
    const { organization, personId, name } = person;
    const answer = await fetch('/development/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organization, personId, name, role: Role[person.role]!.toLowerCase().replaceAll('_', '-') }),
    });
    if (answer.status === 404) throw new Error('This server has no development sign-in.');
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    const { token } = (await answer.json()) as { token: string };
    this.who = { ...person, token };
    this.notice = '';
    sessionStorage.setItem(key, JSON.stringify(this.who));
  }

  end(notice = ''): void {
    sessionStorage.removeItem(key);
    this.notice = notice;
    this.who = undefined;
  }
}

function remembered(): SignedIn | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as SignedIn);
}

export const session = new Session();
