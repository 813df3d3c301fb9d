import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { enumNumber } from '../../clients/client/protos.ts';
import type { Session } from '../../clients/client/server.ts';
import { assertNone } from './assertNone.ts';

export interface Look {
  dark?: boolean;
  width?: number;
  height?: number;
  /** Also opens without a network. Elsewhere every window comes from the server. */
  serviceWorker?: boolean;
}

export const networkFails = /net::ERR_|WebSocket|status of 503/;
export const signInRefused = /status of 401|WebSocket/;

export const desktop: Look = { width: 1440, height: 1000 };
export const phone: Look = { width: 390, height: 844 };

/** One window of the dashboard, as one person sees it; it minds what the page complains of and whom it talks to. */
export class Screen {
  /** What the test itself brings about: the browser complains of a network that is cut, and of a sign-in that is refused. */
  expectedComplaints: RegExp | undefined;
  /** Another host that the page is meant to talk to: where the organization signs in. */
  expectedOrigin: string | undefined;
  private readonly complaints: string[] = [];
  private readonly strangers: string[] = [];

  private constructor(readonly context: BrowserContext, readonly page: Page, readonly address: string) {
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`${message.text()} (${message.location().url})`));
    page.on('pageerror', (error) => this.complaints.push(error.stack ?? String(error)));
    page.on('request', (request) => this.meet(request.url()));
    page.on('websocket', (socket) => this.meet(socket.url()));
  }

  static async open(browser: Browser, address: string, { dark = false, width, height, serviceWorker = false }: Look = desktop): Promise<Screen> {
    const context = await browser.newContext({
      baseURL: address, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', locale: 'en-GB',
      serviceWorkers: serviceWorker ? 'allow' : 'block',
      viewport: { width: width ?? desktop.width!, height: height ?? desktop.height! },
    });
    context.setDefaultTimeout(60_000);
    return new Screen(context, await context.newPage(), address);
  }

  /** With a token in hand, as after the sign-in, from the next page on; the tab keeps it. */
  async signIn({ who, token }: Session, freshToken = token): Promise<void> {
    const role = enumNumber('careteam.v1.Role', `ROLE_${who.role.toUpperCase().replaceAll('-', '_')}`);
    await this.page.addInitScript((kept) => {
      if (sessionStorage.getItem('tests.signedIn') === kept) return;
      sessionStorage.setItem('tests.signedIn', kept);
      sessionStorage.setItem('careteam.session', kept);
    }, JSON.stringify({ who: { ...who, role }, token: freshToken, renewed: false }));
  }

  async goto(hash: string): Promise<void> {
    await this.page.goto(`/${hash}`);
  }

  region(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  /** What the connection light says. */
  light(words: RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: words }).first();
  }

  async live(): Promise<void> {
    await this.light(/^\s*Live\s*$/).waitFor();
  }

  /** Nothing was wrong on this window, and no other host was asked for anything. */
  checkManners(): void {
    assertNone(this.complaints.filter((text) => this.expectedComplaints?.test(text) !== true), 'The page complains on its console:');
    assertNone(this.strangers, 'The page talks to another host:');
  }

  /** What it shows, for whoever reads a failure. */
  async asText(): Promise<string> {
    const shown = await this.page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String);
    return `${this.page.url()}\n${this.complaints.join('\n')}\n${shown}`;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private meet(url: string): void {
    const { host, origin, protocol } = new URL(url);
    if (host !== new URL(this.address).host && origin !== this.expectedOrigin && protocol !== 'data:') this.strangers.push(url);
  }
}
