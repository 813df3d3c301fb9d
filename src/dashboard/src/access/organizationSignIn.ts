import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { session } from './session.svelte';
import { signedInBy, untilNetwork, type SignInConfig } from './signIn';

const expired = 'Your sign-in has expired. Nothing is lost: sign in again.';

let manager: UserManager | undefined;
let renewing = false;

/** OIDC authorization code flow with PKCE; all that is kept is kept for this tab. */
function managerFor({ authority, clientId, scope }: SignInConfig): UserManager {
  if (manager !== undefined) return manager;
  const store = new WebStorageStateStore({ store: sessionStorage });
  manager = new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: `${location.origin}/`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    userStore: store,
    stateStore: store,
    // Only with a refresh token, below: the other way is a hidden frame, which the page's policy forbids.
    automaticSilentRenew: false,
    monitorSession: false,
  });
  manager.events.addUserLoaded((user) => session.renew(user.access_token));
  manager.events.addAccessTokenExpired(() => void renew());
  return manager;
}

/** Goes to the organization's sign-in page, which comes back here. */
export const leaveForSignIn = (config: SignInConfig) => managerFor(config).signinRedirect({ state: location.hash });

/** Back from there: exchanges the code, and goes on where the person was. */
export async function arrive(config: SignInConfig): Promise<void> {
  try {
    const user = await managerFor(config).signinRedirectCallback();
    session.begin(await signedInBy(user.access_token), user.access_token, true);
    history.replaceState(null, '', `/${typeof user.state === 'string' ? user.state : ''}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
    keepFresh(user);
  } catch (error) {
    history.replaceState(null, '', '/');
    throw error;
  }
}

/** After a reload the page goes on at once; this sees to the token. */
export async function goOn(config: SignInConfig): Promise<void> {
  const user = await managerFor(config).getUser();
  if (user === null) return session.end(expired);
  keepFresh(user);
  if (user.expired) await renew();
}

export async function leave(config: SignInConfig): Promise<void> {
  const leaving = managerFor(config);
  await leaving.signoutRedirect().catch(() => leaving.removeUser());
}

function keepFresh(user: User): void {
  session.onrefused = user.refresh_token ? () => void renew() : undefined;
  if (user.refresh_token) manager?.startSilentRenew();
}

/** A network that was away for longer than a token lasts signs nobody out: only the organization's own no does. */
async function renew(): Promise<void> {
  if (renewing) return;
  renewing = true;
  try {
    while (session.who !== undefined) {
      const user = await manager?.getUser();
      if (!user?.refresh_token) return session.end(expired);
      try {
        await manager!.signinSilent();
        return;
      } catch (error) {
        if (error instanceof ErrorResponse) return session.end(expired);
        await untilNetwork();
      }
    }
  } finally {
    renewing = false;
  }
}
