import assert from 'node:assert/strict';
import { fullName, planAt, type Clinic, type Name } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import { networkFails, signInRefused } from '../stage/screen.ts';
import { until } from '../stage/until.ts';

async function signInByHand(clinic: Clinic, name: Name) {
  const screen = await clinic.screen();
  await screen.goto('');
  await screen.page.getByRole('button', { name: fullName(name) }).click();
  await screen.page.getByRole('heading', { name: 'Caseload' }).waitFor();
  return screen;
}

scene('Therapist and physiatrist sign in, each in a window, and a note submitted in one appears in the other', async (clinic) => {
  await clinic.plan('Amira Sandoval');
  const therapist = await signInByHand(clinic, 'therapist');
  const physiatrist = await signInByHand(clinic, 'physiatrist');
  for (const { page } of [therapist, physiatrist]) await page.getByRole('link', { name: /^Amira Sandoval/ }).click();
  for (const screen of [therapist, physiatrist]) await screen.live();

  const form = therapist.region('Write a note');
  await form.getByLabel(/^Objective/).fill('Straight leg raise negative at 70 degrees.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  await form.getByText('Recorded.').waitFor();

  const note = physiatrist.region(/^Notes/).getByRole('article').filter({ hasText: 'Straight leg raise negative at 70 degrees.' });
  await note.getByRole('heading', { name: fullName('therapist') }).waitFor();
  await physiatrist.region('Activity').getByText(`${fullName('therapist')} wrote a note, physical therapy.`).waitFor();
}, 'demo');

scene('A token that the server does not trust leads to the sign-in, which says why', async (clinic) => {
  const planId = await clinic.plan('Amira Sandoval');
  const screen = await clinic.screen();
  screen.expectedComplaints = signInRefused;
  const session = await clinic.session('therapist');
  await screen.signIn(session, session.token.replace(/.{12}$/, 'aaaaaaaaaaaa'));
  await screen.goto(planAt(planId));
  await screen.page.getByText('Your sign-in has expired. Nothing is lost: sign in again.').waitFor();
  await screen.page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
});

scene('When the token expires while a plan is open, the page asks to sign in again and keeps the draft', async (clinic) => {
  const planId = await clinic.plan('Amira Sandoval');
  const screen = await clinic.screen();
  screen.expectedComplaints = signInRefused;
  const session = await clinic.session('therapist');
  const { organization, personId, name, role } = session.who;
  // Good for half a minute, in which the page is open also on a busy machine, and for the five by which clocks may differ.
  const brief = await clinic.server.cli('token', '--org', organization, '--person', personId, '--name', name, '--role', role, '--hours', `${30 / 3600}`);
  await screen.signIn(session, brief);
  await screen.goto(planAt(planId));
  await screen.region('Write a note').getByLabel(/^Plan/).fill('Half a thought');
  await screen.page.getByText('Your sign-in has expired. Nothing is lost: sign in again.').waitFor();
  await screen.signIn(session);
  await screen.page.reload();
  const field = screen.region('Write a note').getByLabel(/^Plan/);
  await until('the draft', async () => assert.equal(await field.inputValue(), 'Half a thought') === undefined);
});

scene('Signing out leaves nothing of the session in the tab, and in the browser only what is written and not sent yet', async (clinic) => {
  const planId = await clinic.plan('Amira Sandoval');
  await clinic.task(planId, 'Teach sit to stand', 'therapist');
  const screen = await clinic.screenOf('therapist', '#/work');
  const kept = (where: 'localStorage' | 'sessionStorage') => screen.page.evaluate((name) => Object.keys(window[name]).filter((key) => key.startsWith('careteam.')).sort(), where);
  await screen.page.getByText('Teach sit to stand').first().waitFor();
  await until('the day to be kept', async () => (await kept('sessionStorage')).length === 2);
  await screen.goto(planAt(planId));
  await screen.region('Write a note').getByLabel(/^Plan/).fill('Half a thought');

  await screen.page.getByRole('button', { name: 'Sign out' }).click();
  await screen.page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
  assert.deepEqual(await kept('sessionStorage'), []);
  assert.deepEqual(await kept('localStorage'), [`careteam.draft.${clinic.organization}/pt-rivera/${planId}`]);
});

scene('Whoever signs out before everything is sent is asked first', async (clinic) => {
  const planId = await clinic.plan('Amira Sandoval');
  const screen = await clinic.screenOf('therapist', planAt(planId));
  const { page } = screen;
  await screen.live();
  screen.expectedComplaints = networkFails;
  await screen.context.setOffline(true);
  const form = screen.region('Write a note');
  await form.getByLabel(/^Plan/).fill('Goes on as before.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const question = page.getByRole('alert').filter({ hasText: '1 entry is not sent. It is sent only when you sign in on this device again.' });
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await question.waitFor({ state: 'detached' });
  await form.waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await question.getByRole('button', { name: 'Sign out all the same' }).click();
  await form.waitFor({ state: 'detached' });

  await screen.context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
  assert.equal((await clinic.events(planId)).filter((event) => event.noteSubmitted).length, 0);
});
