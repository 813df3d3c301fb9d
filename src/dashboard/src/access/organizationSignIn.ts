import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { session } from './session.svelte';
import { signedInBy, untilNetwork, type SignInConfig } from './signIn';

/** Of OAuth 2.0 and OpenID Connect, those after which asking again gets the same. Others, such as temporarily_unavailable, pass. */
const refusals = ['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_scope', 'invalid_request', 'unsupported_grant_type', 'login_required', 'interaction_required'];
/** Timers cannot wait for much longer. */
const aDay = 86_400;
const expired = 'Your sign-in has expired. Nothing is lost: sign in again.';

let manager: UserManager | undefined;
/** Tells the organization whose sign-in is to be ended. */
let idToken: string | undefined;
let renewing = false;
let nextRenewal: ReturnType<typeof setTimeout> | undefined;

/** OIDC authorization code flow with PKCE; all that is kept is kept for this tab. */
function managerFor({ authority, clientId, scope }: SignInConfig): UserManager {
  if (manager !== undefined) return manager;
  // Named as all that the page remembers of a person, so that it goes with the session.
  const store = new WebStorageStateStore({ store: sessionStorage, prefix: 'careteam.oidc.' });
  const made = new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: `${location.origin}/`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    userStore: store,
    stateStore: store,
    // Only with a refresh token, below, one at a time: the other way is a hidden frame, which the page's policy forbids.
    automaticSilentRenew: false,
    monitorSession: false,
  });
  made.events.addUserLoaded((user) => {
    // A renewal that was under way when its person signed out.
    if (made !== manager) return void made.removeUser();
    session.renew(user.access_token);
    keepFresh(user);
  });
  made.events.addAccessTokenExpired(() => void (made === manager && renew()));
  session.onend = forget;
  return (manager = made);
}

/** No renewal goes on, and no token stays behind. */
function forget(): void {
  const ended = manager;
  manager = undefined;
  clearTimeout(nextRenewal);
  void ended?.removeUser();
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
  } catch (error) {
    forget();
    history.replaceState(null, '', '/');
    throw error;
  }
}

/** After a reload the page goes on at once; this sees to the token. */
export async function goOn(config: SignInConfig): Promise<void> {
  const user = await managerFor(config).getUser();
  if (session.who === undefined) return;
  if (user === null) return session.end(expired);
  keepFresh(user);
  if (user.expired) await renew();
}

/** Ends the organization's sign-in too: its page comes back here. */
export const leave = (config: SignInConfig) => managerFor(config).signoutRedirect({ id_token_hint: idToken });

/**
 * Renews the token a minute before it ends, or in the last third of a short life: seldom, since many organizations take each refresh token once, and when the answer to one is
 * lost, as in a reload, they ask to sign in again.
 */
function keepFresh({ id_token, refresh_token, expires_in }: User): void {
  idToken = id_token;
  clearTimeout(nextRenewal);
  session.onrefused = refresh_token ? () => void renew() : undefined;
  if (!refresh_token || expires_in === undefined) return;
  const left = Math.min(expires_in, aDay);
  nextRenewal = setTimeout(() => void renew(), Math.max(1, left - Math.min(60, left / 3)) * 1000);
}

/** A network that was away for longer than a token lasts signs nobody out: only the organization's own no does. */
async function renew(): Promise<void> {
  if (renewing) return;
  renewing = true;
  const renewer = manager;
  try {
    while (renewer !== undefined && renewer === manager) {
      try {
        const user = await renewer.getUser();
        if (renewer !== manager) return;
        if (!user?.refresh_token) return session.end(expired);
        await renewer.signinSilent();
        return;
      } catch (error) {
        if (renewer !== manager) return;
        if (error instanceof ErrorResponse && error.error !== null && refusals.includes(error.error)) return session.end(expired);
        await untilNetwork();
      }
    }
  } finally {
    renewing = false;
  }
}
