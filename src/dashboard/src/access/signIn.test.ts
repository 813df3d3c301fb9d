import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Role } from '../gen/careteam/v1/team_pb';

const tab = vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    get length() { return kept.size; },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('location', { origin: 'http://clinic', search: '', hash: '' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('dispatchEvent', () => true);
  vi.stubGlobal('HashChangeEvent', class {});
  return { kept };
});
const organization = vi.hoisted(() => ({ managers: [] as any[] }));
vi.mock('oidc-client-ts', () => ({
  ErrorResponse: class extends Error {},
  WebStorageStateStore: class {
    constructor(readonly settings: { store: Storage; prefix: string }) {}
  },
  /** Keeps its user where the real one does, and renews when it is told to. */
  UserManager: class {
    events = { addUserLoaded: (told: (user: any) => void) => (this.loaded = told), addAccessTokenExpired: () => undefined };
    loaded: (user: any) => void = () => undefined;
    renewing = false;
    left: any;
    constructor(private readonly settings: any) { organization.managers.push(this); }
    private get key() { return `${this.settings.userStore.settings.prefix}user`; }
    load(user: any) { tab.kept.set(this.key, JSON.stringify(user)); this.loaded(user); return user; }
    signinRedirectCallback = async () => this.load({ access_token: 'first', refresh_token: 'r', id_token: 'id', state: '' });
    startSilentRenew = () => (this.renewing = true);
    stopSilentRenew = () => (this.renewing = false);
    removeUser = async () => void tab.kept.delete(this.key);
    signoutRedirect = async (args: any) => void (this.left = args);
  },
}));
const { session } = await import('./session.svelte');
const { signOut } = await import('./signIn');
const { arrive } = await import('./organizationSignIn');

const config = { development: false, authority: 'http://st-example', clientId: 'careteam-dashboard', scope: 'openid' };
const answers = (body: object) => new Response(JSON.stringify(body));
let reachable: boolean;

beforeEach(async () => {
  reachable = true;
  vi.stubGlobal('fetch', async (path: string) => {
    if (!reachable) throw new TypeError('Failed to fetch');
    return answers(path === '/signed-in' ? { organization: 'demo', personId: 'dr-lee', name: 'Dr. Lee', role: 'physiatrist' } : config);
  });
  organization.managers.length = 0;
  await arrive(config);
});
afterEach(() => session.end());

test('Who signed in at the organization signs out there too, also without a reload of the page in between', async () => {
  expect([session.who?.role, session.renewed]).toEqual([Role.PHYSIATRIST, true]);
  await signOut();
  expect(organization.managers.at(-1).left).toEqual({ id_token_hint: 'id' });
  expect([session.who, session.renewed, session.notice]).toEqual([undefined, false, '']);
});

test('Without a network the session ends here all the same, and that the organization was not reached is said', async () => {
  reachable = false;
  await signOut();
  expect(session.who).toBeUndefined();
  expect(session.notice).toMatch(/^You are signed out here, but/);
});

test('However a session ends, no renewal goes on, and no token stays in the tab or comes back to it', () => {
  const [manager] = organization.managers;
  expect([...tab.kept.keys()].length).toBeGreaterThan(1);
  session.end('Your sign-in has expired.');
  expect([manager.renewing, [...tab.kept]]).toEqual([false, []]);
  // A renewal that was under way.
  manager.load({ access_token: 'late', refresh_token: 'r2' });
  expect([...tab.kept]).toEqual([]);
  expect([session.who, session.token()]).toEqual([undefined, '']);
});
