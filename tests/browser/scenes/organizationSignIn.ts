import assert from 'node:assert/strict';
import { Authority } from '../stage/authority.ts';
import { planAt } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import { networkFails, signInRefused, type Screen } from '../stage/screen.ts';
import { freePort, Server } from '../stage/server.ts';
import { until } from '../stage/until.ts';

const tokenSeconds = 7;
/** The server forgives clocks that differ by five. */
const afterItsEnd = () => new Promise((resolve) => setTimeout(resolve, (tokenSeconds + 6) * 1000));

const tokenIn = ({ page }: Screen) => page.evaluate(() => (JSON.parse(sessionStorage.getItem('careteam.session')!) as { token: string }).token);

/** A provider takes each refresh token once: what cuts a renewal short, as no person's reload happens to do in these seconds, ends the sign-in. */
async function justRenewed(screen: Screen): Promise<void> {
  const before = await tokenIn(screen);
  await until('a renewed token', async () => (await tokenIn(screen)) !== before);
}

async function signInAs({ page }: Screen, person: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your organization' }).click();
  await page.getByRole('heading', { name: 'St. Example' }).waitFor();
  await page.getByLabel('Person').fill(person);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut({ page }: Screen): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /Yes, sign me out/ }).click();
  await page.getByRole('button', { name: 'Sign in with your organization' }).waitFor();
}

scene('In production people sign in at their organization, with PKCE; tokens are renewed while the page is open, and signing out ends the session there too', async (clinic) => {
  const port = await freePort();
  const server = await Server.start({ ASPNETCORE_ENVIRONMENT: 'Production', Authentication__Authority: `http://localhost:${port}`, AllowedHosts: 'localhost' });
  const authority = await Authority.start(port, server.address, clinic.organization, { 'dr-lee': { name: 'Dr. Amy Lee', role: 'physiatrist' } }, tokenSeconds);
  try {
    assert.equal((await fetch(`${server.address}/development/token`, { method: 'POST' })).status, 404);
    const screen = await clinic.screen(undefined, server);
    screen.expectedOrigin = authority.address;
    await screen.goto('#/work');
    await signInAs(screen, 'dr-lee');
    await screen.page.getByRole('heading', { name: 'My work' }).waitFor();
    assert.equal(new URL(screen.page.url()).search, '', 'The code stays in the address.');

    // On a busy machine a token may end before the command is there with it; then the next one is tried.
    const made = await until('a token that is still good', async () => {
      try {
        return await server.cliOf(await tokenIn(screen), 'plan', 'create', 'Lumbar radiculopathy', '--patient', 'Patient/1', '--patient-name', 'Amira Sandoval');
      } catch (error) {
        if (!(error as { stderr: string }).stderr.includes('Not signed in')) throw error;
      }
    });
    const planId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(made)![0];
    await screen.goto(planAt(planId));
    await screen.live();

    // Well after the first token has ended the page is as it was, and the server still takes what it sends.
    const first = await tokenIn(screen);
    await afterItsEnd();
    assert.ok(authority.given.refresh_token! > 0 && (await tokenIn(screen)) !== first, JSON.stringify(authority.given));
    const form = screen.region('Write a note');
    await form.getByLabel(/^Plan/).fill('Walks to work by May.');
    await form.getByRole('button', { name: 'Submit note' }).click();
    await form.getByText('Recorded.').waitFor();
    await screen.live();

    // Nor does a network that was away for longer than a token lasts sign anybody out.
    screen.expectedComplaints = new RegExp(`${networkFails.source}|${signInRefused.source}`);
    await justRenewed(screen);
    await screen.context.setOffline(true);
    await afterItsEnd();
    await screen.light(/^\s*Offline since/).waitFor();
    await screen.context.setOffline(false);
    await screen.live();

    // Nor does passing trouble of the organization's own.
    authority.troubles = 1;
    await until('a renewal that was refused', async () => authority.troubles === 0);
    await justRenewed(screen);
    await screen.live();

    // A reload needs nobody's password.
    await justRenewed(screen);
    await screen.page.reload();
    await screen.region(/^Notes/).getByText('Walks to work by May.').waitFor();

    await signOut(screen);
    // In one go, without a reload in between, the next person is not signed in as the one before either.
    await signInAs(screen, 'dr-lee');
    await screen.page.getByRole('heading', { name: 'Caseload' }).waitFor();
    await signOut(screen);
    assert.deepEqual(await screen.page.evaluate(() => Object.keys(sessionStorage).filter((key) => /oidc\.user|careteam\.session/.test(key))), []);
    await screen.page.getByRole('button', { name: 'Sign in with your organization' }).click();
    await screen.page.getByLabel('Person').waitFor();
  } finally {
    await authority.stop();
    await server.stop();
  }
});
