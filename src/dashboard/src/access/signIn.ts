import { Role } from '../gen/careteam/v1/team_pb';
import { session, type SignedIn } from './session.svelte';

/** How this server wants people to sign in: GET /signin-config. */
export interface SignInConfig {
  /** Anybody of the demo organization, without a password. */
  development: boolean;
  authority: string;
  clientId: string;
  scope: string;
}

export async function signInConfig(): Promise<SignInConfig> {
  const answer = await fetch('/signin-config');
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as SignInConfig;
}

/** Who the server takes the bearer of a token for: only it reads tokens. */
export async function signedInBy(token: string): Promise<SignedIn> {
  const answer = await fetch('/signed-in', { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(answer.status === 401 ? 'The server does not trust this sign-in.' : `The server answered ${answer.status}.`);
  const { role, ...who } = (await answer.json()) as Omit<SignedIn, 'role'> & { role: string };
  return { ...who, role: Role[role.toUpperCase().replaceAll('-', '_') as keyof typeof Role] ?? Role.UNSPECIFIED };
}

/** The organization's sign-in page comes back to this page with these. */
export const comesBack = (search = location.search) => {
  const answer = new URLSearchParams(search);
  return answer.has('state') && (answer.has('code') || answer.has('error'));
};

/** After a reload: what is shown is shown at once, and the organization's sign-in is looked at as soon as there is a network. */
export async function keepSignedIn(): Promise<void> {
  while (session.who !== undefined) {
    try {
      return await (await import('./organizationSignIn')).goOn(await signInConfig());
    } catch {
      await untilNetwork();
    }
  }
}

/** A while, or until the browser says that there is a network. */
export const untilNetwork = () => new Promise<void>((resolve) => {
  setTimeout(resolve, 10_000);
  addEventListener('online', () => resolve(), { once: true });
});

/** Here first and without a network; then the organization's sign-in, if it can be reached. */
export async function signOut(): Promise<void> {
  const { renewed } = session;
  session.end();
  if (!renewed) return;
  try {
    await (await import('./organizationSignIn')).leave(await signInConfig());
  } catch {
    session.notice = 'You are signed out here, but your organization’s own sign-in could not be ended: whoever signs in next in this browser may be signed in as you. Close the browser, or sign out there.';
  }
}
