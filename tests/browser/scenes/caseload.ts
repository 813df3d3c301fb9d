import assert from 'node:assert/strict';
import { fullName, planAt, type Clinic } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import { networkFails, type Screen } from '../stage/screen.ts';
import { until } from '../stage/until.ts';

const patients = (screen: Screen): Promise<string[]> =>
  screen.page.getByRole('table', { name: 'Plans' }).getByRole('link').evaluateAll((links) => links.map((link) => link.textContent!.split(',')[0]!.trim()));

const shows = (screen: Screen, ...expected: string[]) =>
  until(`the plans of ${expected}`, async () => assert.deepEqual((await patients(screen)).sort(), expected.sort()) === undefined);

/** Two physiatrists' plans, all with the therapist. */
async function threePlans(clinic: Clinic) {
  const emil = await clinic.plan('Emil Fontaine');
  const freya = await clinic.plan('Freya Gunnarsson', ['therapist', 'occupationalTherapist']);
  const goran = await clinic.plan('Goran Hadžić', ['therapist'], 'colleague');
  await clinic.task(emil, 'Progress report', 'therapist', { dueDate: '2026-01-05' });
  return { emil, freya, goran };
}

const raise = (clinic: Clinic, planId: string) =>
  clinic.command('therapist', 'PlanService.RaiseRedFlag', { planId, kind: 'RED_FLAG_KIND_CAUDA_EQUINA', finding: 'Numb in the saddle area since this morning.' });

scene('The caseload is narrowed by words, discipline, lead, red flag and what is due', async (clinic) => {
  const { goran } = await threePlans(clinic);
  await raise(clinic, goran);
  const screen = await clinic.screenOf('therapist', '');
  const filters = screen.page.getByRole('form', { name: 'Filters' });
  await shows(screen, 'Emil Fontaine', 'Freya Gunnarsson', 'Goran Hadžić');
  assert.equal((await patients(screen))[0], 'Goran Hadžić', 'A red flag comes first.');

  await filters.getByLabel('Patient, plan or lead').fill('freya');
  await shows(screen, 'Freya Gunnarsson');
  await filters.getByLabel('Patient, plan or lead').fill('');
  await filters.getByLabel('Discipline').selectOption({ label: 'Occupational therapy' });
  await shows(screen, 'Freya Gunnarsson');
  await filters.getByLabel('Discipline').selectOption({ index: 0 });
  await filters.getByLabel('Lead', { exact: true }).selectOption({ label: fullName('colleague') });
  await shows(screen, 'Goran Hadžić');
  await filters.getByLabel('Lead', { exact: true }).selectOption({ index: 0 });
  await filters.getByLabel('Red flag', { exact: true }).check();
  await shows(screen, 'Goran Hadžić');
  await filters.getByLabel('Red flag', { exact: true }).uncheck();
  await filters.getByLabel('Due or late').check();
  await shows(screen, 'Emil Fontaine', 'Goran Hadžić');
  await filters.getByLabel('Lead', { exact: true }).selectOption({ label: fullName('physiatrist') });
  await filters.getByLabel('Red flag', { exact: true }).check();
  await screen.page.getByRole('button', { name: 'Show all' }).click();
  await shows(screen, 'Emil Fontaine', 'Freya Gunnarsson', 'Goran Hadžić');
});

scene('Ended plans are shown when asked for', async (clinic) => {
  const { goran } = await threePlans(clinic);
  await clinic.command('colleague', 'PlanService.RevokePlan', { planId: goran, reason: 'Opened for the wrong patient.' });
  const screen = await clinic.screenOf('therapist', '');
  await shows(screen, 'Emil Fontaine', 'Freya Gunnarsson');
  await screen.page.getByLabel('Ended plans too').check();
  await shows(screen, 'Emil Fontaine', 'Freya Gunnarsson', 'Goran Hadžić');
});

scene('A red flag raised on one plan shows at once on the caseload and on the wall', async (clinic) => {
  const { freya } = await threePlans(clinic);
  const caseload = await clinic.screenOf('physiatrist', '');
  const wall = await clinic.screenOf('wall', '#/wall');
  await shows(caseload, 'Emil Fontaine', 'Freya Gunnarsson');
  await wall.page.getByText('Freya Gunnarsson').first().waitFor();

  await raise(clinic, freya);
  await caseload.page.getByRole('row').filter({ hasText: 'Freya Gunnarsson' }).getByText('1 red flag').waitFor();
  await caseload.page.getByText('1 with a red flag').waitFor();
  await wall.page.getByText(/red flag/i).first().waitFor();
});

scene('A plan appears on the caseload when its physiatrist adds somebody to the team, and goes when the membership ends', async (clinic) => {
  const planId = await clinic.plan('Hedda Iversen');
  const screen = await clinic.screenOf('occupationalTherapist', '');
  await screen.page.getByText('A plan appears here once its physiatrist adds you to the team.').waitFor();
  const { personId } = (await clinic.session('occupationalTherapist')).who;
  await clinic.addMember(planId, 'occupationalTherapist');
  await shows(screen, 'Hedda Iversen');
  await clinic.command('physiatrist', 'TeamService.EndMembership', { planId, personId, reason: 'Treated elsewhere now.' });
  await shows(screen);
});

scene('At midnight what was due tomorrow is due today, on the caseload and on the wall, without anything happening', async (clinic) => {
  const planId = await clinic.plan('Hedda Iversen');
  const night = new Date(new Date().setHours(23, 59, 30, 0));
  const tomorrow = new Date(night.getTime() + 86_400_000);
  await clinic.task(planId, 'Progress report', 'therapist', { dueDate: [tomorrow.getFullYear(), tomorrow.getMonth() + 1, tomorrow.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-') });
  for (const [name, hash] of [['therapist', ''], ['wall', '#/wall']] as const) {
    const screen = await clinic.screen();
    await screen.signIn(await clinic.session(name));
    await screen.page.clock.install({ time: night });
    await screen.goto(hash);
    await screen.page.getByText('tomorrow', { exact: true }).waitFor();
    await screen.page.clock.fastForward(60_000);
    await screen.page.getByText('today', { exact: true }).waitFor();
  }
});

scene('The screen on the wall has the list, and no way from it into a plan', async (clinic) => {
  const planId = await clinic.plan('Hedda Iversen');
  const screen = await clinic.screenOf('wall', '');
  await screen.page.getByText('Hedda Iversen').waitFor();
  assert.equal(await screen.page.getByRole('table', { name: 'Plans' }).getByRole('link').count(), 0);
  screen.expectedComplaints = /status of 403/;
  await screen.goto(planAt(planId));
  await screen.page.getByRole('heading', { name: 'This plan cannot be shown' }).waitFor();
});

scene('Somebody who is not on the team is told so instead of seeing the plan', async (clinic) => {
  const planId = await clinic.plan('Hedda Iversen');
  const screen = await clinic.screenOf('occupationalTherapist', planAt(planId));
  await screen.page.getByRole('heading', { name: 'This plan cannot be shown' }).waitFor();
  assert.doesNotMatch(await screen.page.locator('body').innerText(), /Hedda/);
});

scene('What is refused because its author has left the team can still be read, and discarded', async (clinic) => {
  const planId = await clinic.plan('Hedda Iversen');
  const screen = await clinic.screenOf('therapist', planAt(planId));
  const form = screen.region('Write a note');
  await screen.live();
  screen.expectedComplaints = networkFails;
  await screen.context.setOffline(true);
  await form.getByLabel(/^Assessment/).fill('Written before I left.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  await form.getByText(/^Offline: your note/).waitFor();
  const { personId } = (await clinic.session('therapist')).who;
  await clinic.command('physiatrist', 'TeamService.EndMembership', { planId, personId, reason: 'Treated elsewhere now.' });
  await screen.context.setOffline(false);
  await screen.page.getByRole('heading', { name: 'This plan cannot be shown' }).waitFor();
  const refused = screen.page.getByRole('status').filter({ hasText: 'was not recorded' });
  await refused.getByText('Written before I left.').waitFor();
  await refused.getByRole('button', { name: 'Discard it' }).click();
  await refused.waitFor({ state: 'detached' });
});
