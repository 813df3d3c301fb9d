import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { session } from './session.svelte';
import { signedInBy, type SignInConfig } from './signIn';

let manager: UserManager | undefined;

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
  manager.events.addAccessTokenExpired(() => session.end('Your sign-in has expired. Nothing is lost: sign in again.'));
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
  if (user === null || user.expired) session.end('Your sign-in has expired. Nothing is lost: sign in again.');
  else keepFresh(user);
}

export async function leave(config: SignInConfig): Promise<void> {
  const leaving = managerFor(config);
  await leaving.signoutRedirect().catch(() => leaving.removeUser());
}

function keepFresh(user: User): void {
  if (user.refresh_token) manager?.startSilentRenew();
}
