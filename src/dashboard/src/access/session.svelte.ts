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
  /** The organization's own sign-in stands behind it, and is left with it. */
  renewed: boolean;
  private accessToken = '';
  /** Fetches a fresh token, however long it takes. Undefined where there is nothing to fetch one with. */
  onrefused: (() => void) | undefined;
  /** Stops what keeps the token fresh. */
  onend: (() => void) | undefined;

  constructor() {
    const text = sessionStorage.getItem(key);
    const remembered = text === null ? undefined : (JSON.parse(text) as Remembered);
    this.who = remembered?.who;
    this.accessToken = remembered?.token ?? '';
    this.renewed = remembered?.renewed ?? false;
    // After a reload, until the organization's sign-in has been looked at.
    if (this.renewed) this.onrefused = () => undefined;
  }

  token(): string {
    return this.accessToken;
  }

  begin(who: SignedIn, token: string, renewed = false): void {
    [this.who, this.accessToken, this.notice, this.renewed] = [who, token, '', renewed];
    sessionStorage.setItem(key, JSON.stringify({ who, token, renewed } satisfies Remembered));
  }

  /** The same person goes on with a fresh token; the page stays as it is. */
  renew(token: string): void {
    if (this.who === undefined) return;
    [this.accessToken, this.renewed] = [token, true];
    sessionStorage.setItem(key, JSON.stringify({ who: this.who, token, renewed: true } satisfies Remembered));
  }

  /**
   * The server does not take this token any more. True when the person goes on all the same, with another token that is here or on its way: then try again; otherwise the
   * session is over.
   */
  goesOnAfter(refused: string): boolean {
    if (this.who === undefined) return false;
    if (refused !== this.accessToken) return true;
    if (this.onrefused === undefined) {
      this.end('Your sign-in has expired. Nothing is lost: sign in again.');
      return false;
    }
    this.onrefused();
    return true;
  }

  end(notice = ''): void {
    this.onend?.();
    // What the page remembers in this tab is this person's; the next one must not meet it.
    const kept = Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i)!);
    for (const name of kept.filter((one) => one.startsWith('careteam.'))) sessionStorage.removeItem(name);
    [this.notice, this.who, this.accessToken, this.renewed, this.onrefused] = [notice, undefined, '', false, undefined];
  }
}

export const session = new Session();
