import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { assertNone } from '../stage/assertNone.ts';
import { violations } from '../stage/axe.ts';
import { planAt, type Clinic } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import { until } from '../stage/until.ts';

const ago = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

/** An order of the physiatrist's for physical therapy, and so many treatment days of it, the last one two days ago. */
async function treated(clinic: Clinic, days: number): Promise<string> {
  const planId = await clinic.plan('Jelena Marković');
  const { diagnosisId } = await clinic.command('physiatrist', 'PlanService.AddDiagnosis', { planId, icd10cmCode: 'M54.16', text: 'Radiculopathy, lumbar region' });
  const { goalId } = await clinic.command('physiatrist', 'PlanService.AddGoal', { planId, description: 'Walks farther', measure: '6MWT', baseline: 300, target: 500, unit: 'm', dueDate: ago(-60) });
  const { therapyOrderId } = await clinic.command('physiatrist', 'TherapyService.OrderTherapy', {
    planId, discipline: 'DISCIPLINE_PHYSICAL_THERAPY', establishedDate: ago(days + 2),
    prescription: { diagnosisIds: [diagnosisId], goalIds: [goalId], therapyType: 'Core strengthening', sessionsPerWeek: 5, weeks: 8, startDate: ago(days + 1) },
  });
  for (let day = days + 1; day > 1; day--) {
    await clinic.command('therapist', 'TherapyService.RecordSession', {
      planId, therapyOrderId, sessionDate: ago(day), attendance: 'SESSION_ATTENDANCE_ATTENDED', purpose: 'SESSION_PURPOSE_TREATMENT', timedMinutes: 30,
    });
  }
  return planId;
}

async function logSession(form: Locator, day: string, [before, after]: [string, string]): Promise<void> {
  await form.getByLabel('Day', { exact: true }).fill(day);
  await form.getByLabel('Timed min', { exact: true }).fill('45');
  await form.getByLabel('Pain before').fill(before);
  await form.getByLabel('Pain after').fill(after);
  // Some people press everything twice; it is one session.
  for (let i = 0; i < 2; i++) await form.getByRole('button', { name: 'Log session' }).press('Enter');
}

scene('A session is logged on the page; one that a rule refuses says what is missing, and is recorded with the reason of who may override it', async (clinic) => {
  const planId = await treated(clinic, 9);
  const screen = await clinic.screenOf('therapist', planAt(planId));
  await screen.live();
  await screen.page.getByRole('button', { name: 'Log a session' }).click();
  const form = screen.region('Log a session');
  const log = (day: string, pain: [string, string]) => logSession(form, day, pain);
  const recorded = async () => (await clinic.events(planId)).flatMap(({ sessionRecorded }) => (sessionRecorded === undefined ? [] : [sessionRecorded.summary]));

  await log(ago(1), ['5', '3']);
  await form.getByText('Recorded.').waitFor();
  assert.deepEqual((({ timedMinutes, painBefore, painAfter }) => [timedMinutes, painBefore, painAfter])((await recorded()).at(-1)), [45, 5, 3]);

  // The eleventh treatment day without a progress report.
  await log(ago(0), ['4', '2']);
  const refusal = form.getByRole('status').filter({ hasText: 'The session of' });
  await refusal.getByText(/This is treatment day 11/).waitFor();
  assert.equal((await recorded()).length, 10);
  assertNone(await violations(screen), 'axe finds on the refused session:');
  await refusal.getByLabel('Why it should be recorded nevertheless').fill('The report is in dictation.');
  await refusal.getByRole('button', { name: 'Override' }).click();
  await refusal.waitFor({ state: 'detached' });
  await form.getByText('Recorded.').waitFor();

  const last = (await recorded()).at(-1);
  assert.deepEqual([last.painBefore, last.findings.map((finding: any) => [finding.ruleId, finding.override.reason])], [4, [['therapy.progress-report', 'The report is in dictation.']]]);
  assert.equal((await clinic.events(planId)).filter(({ ruleOverridden }) => ruleOverridden !== undefined).length, 1);
});

scene('A refused session does not replace another one in the form unasked, and can be read where its order has ended', async (clinic) => {
  const planId = await treated(clinic, 10);
  const screen = await clinic.screenOf('therapist', planAt(planId));
  await screen.live();
  const form = screen.region('Log a session');
  const refusal = screen.page.getByRole('status').filter({ hasText: 'The session of' });
  const response = form.getByLabel('How the patient responded');
  const shows = (field: Locator, value: string) => until(`"${value}"`, async () => assert.equal(await field.inputValue(), value) === undefined);

  await screen.page.getByRole('button', { name: 'Log a session' }).click();
  await response.fill('Tired on the eleventh day.');
  await logSession(form, ago(1), ['5', '3']);
  await refusal.getByRole('button', { name: 'Back into the form' }).waitFor();
  await shows(response, '');
  await response.fill('Written meanwhile.');
  await refusal.getByRole('button', { name: 'Back into the form' }).click();
  await refusal.getByText('The form holds another session that is not handed in yet').waitFor();
  await refusal.getByRole('button', { name: 'Leave the form as it is' }).click();
  await shows(response, 'Written meanwhile.');
  await response.fill('');
  await refusal.getByRole('button', { name: 'Back into the form' }).click();
  await shows(response, 'Tired on the eleventh day.');
  await refusal.waitFor({ state: 'detached' });

  await form.getByRole('button', { name: 'Log session' }).click();
  await refusal.waitFor();
  const [{ therapyOrderId }] = (await clinic.call('physiatrist', 'PlanService.GetPlan', { planId })).plan.therapyOrders;
  await clinic.command('physiatrist', 'TherapyService.DischargeFromTherapy', { planId, therapyOrderId, reason: 'DISCHARGE_REASON_PATIENTS_WISH', summary: 'Moves away.' });
  await form.waitFor({ state: 'detached' });
  await refusal.getByText('Tired on the eleventh day.').waitFor();
  await refusal.getByRole('button', { name: 'Discard it' }).click();
  await refusal.waitFor({ state: 'detached' });
});

scene('A number of an exercise can be deleted and typed anew, and what is half written of a session and a report is still there after a reload', async (clinic) => {
  const planId = await treated(clinic, 1);
  const [{ therapyOrderId }] = (await clinic.call('physiatrist', 'PlanService.GetPlan', { planId })).plan.therapyOrders;
  const prescription = { name: 'Deadlift', category: 'EXERCISE_CATEGORY_STRENGTH', dose: { sets: 3, repetitions: 10 } };
  await clinic.command('therapist', 'TherapyService.PrescribeExercise', { planId, therapyOrderId, prescription });
  const screen = await clinic.screenOf('therapist', planAt(planId));
  await screen.live();
  const [session, report] = [screen.region('Log a session'), screen.region('Progress report')];
  const open = (what: string) => screen.page.getByRole('button', { name: what, exact: true }).click();

  await open('Log a session');
  await session.getByLabel('Deadlift', { exact: true }).check();
  const repetitions = session.getByLabel('Deadlift: Reps');
  await repetitions.fill('');
  await repetitions.fill('12');
  await open('Write the progress report');
  await report.getByLabel(/^Assessment/).fill('Walks twice as far as');
  await report.getByLabel('Recommendation').selectOption('Discharge');
  await report.getByText('Draft kept in this browser.').waitFor();
  await screen.page.reload();
  await screen.live();
  await open('Write the progress report');
  await until('the report', async () => assert.equal(await report.getByLabel(/^Assessment/).inputValue(), 'Walks twice as far as') === undefined);
  await report.getByLabel('Recommendation').getByRole('option', { name: 'Discharge', selected: true }).waitFor({ state: 'attached' });
  await open('Log a session');
  await until('the session', async () => assert.equal(await repetitions.inputValue(), '12') === undefined);

  // Another window shows the same session, and does not hand it in once more.
  const opened = screen.context.waitForEvent('page');
  await screen.page.evaluate(() => void window.open(location.href));
  const other = await opened;
  await other.getByRole('button', { name: 'Log a session', exact: true }).click();
  const response = (page: typeof other) => page.getByRole('region', { name: 'Log a session' }).getByLabel('How the patient responded');
  const othersShow = (text: string) => until(`"${text}"`, async () => assert.equal(await response(other).inputValue(), text) === undefined);
  await response(screen.page).fill('Steady.');
  await othersShow('Steady.');
  await session.getByRole('button', { name: 'Log session' }).click();
  await session.getByText('Recorded.').waitFor();
  await othersShow('');
  const { sessionRecorded } = (await clinic.events(planId)).findLast((event) => event.sessionRecorded);
  assert.deepEqual(sessionRecorded.detail.exercises.map((one: any) => [one.sets, one.repetitions]), [[3, 12]]);
});

scene('A session that was begun on another day says so, and a fresh one is of today and as it is prescribed now', async (clinic) => {
  const planId = await treated(clinic, 1);
  const screen = await clinic.screenOf('therapist', planAt(planId));
  await screen.live();
  const form = screen.region('Log a session');
  const open = () => screen.page.getByRole('button', { name: 'Log a session', exact: true }).click();
  const holds = (field: string, value: string) => until(`"${value}"`, async () => assert.equal(await form.getByLabel(field, { exact: true }).inputValue(), value) === undefined);
  await open();
  await form.getByLabel('Timed min', { exact: true }).fill('45');
  // As the browser has it some days later.
  await screen.page.evaluate((day) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('careteam.session-draft.'))!;
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)!), sessionDate: day }));
  }, ago(4));
  await screen.page.reload();
  await open();
  await form.getByText(/^Draft of .*, with what was prescribed then\./).waitFor();
  await holds('Timed min', '45');
  await form.getByRole('button', { name: 'Begin a fresh one' }).click();
  await holds('Timed min', '');
  await holds('Day', ago(0));
  await screen.page.reload();
  await open();
  await holds('Timed min', '');
  assert.equal(await form.getByText(/^Draft of/).count(), 0);
});
