import { Role } from '../gen/careteam/v1/team_pb';

export interface SignedIn {
  organization: string;
  personId: string;
  name: string;
  role: Role;
}

interface Remembered {
  who: SignedIn;
  token: string;
  /** The organization's own sign-in keeps the token fresh; the development sign-in gives one for the day. */
  renewed: boolean;
}

const key = 'careteam.session';

/** Who is signed in: one person a browser tab, so that two windows can be two people. */
class Session {
  who = $state.raw<SignedIn>();
  /** Why the page asks to sign in again. */
  notice = $state('');
  readonly renewed: boolean;
  private accessToken = '';

  constructor() {
    const text = sessionStorage.getItem(key);
    const remembered = text === null ? undefined : (JSON.parse(text) as Remembered);
    this.who = remembered?.who;
    this.accessToken = remembered?.token ?? '';
    this.renewed = remembered?.renewed ?? false;
  }

  token(): string {
    return this.accessToken;
  }

  begin(who: SignedIn, token: string, renewed = false): void {
    [this.who, this.accessToken, this.notice] = [who, token, ''];
    sessionStorage.setItem(key, JSON.stringify({ who, token, renewed } satisfies Remembered));
  }

  /** The same person goes on with a fresh token; the page stays as it is. */
  renew(token: string): void {
    if (this.who !== undefined) sessionStorage.setItem(key, JSON.stringify({ who: this.who, token, renewed: true } satisfies Remembered));
    this.accessToken = token;
  }

  end(notice = ''): void {
    // What the page remembers in this tab is this person's; the next one must not meet it.
    const kept = Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i)!);
    for (const name of kept.filter((one) => one.startsWith('careteam.'))) sessionStorage.removeItem(name);
    [this.notice, this.who, this.accessToken] = [notice, undefined, ''];
  }
}

export const session = new Session();
