import assert from 'node:assert/strict';
import { violations } from '../stage/axe.ts';
import { planAt, type Clinic } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';

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

scene('A session is logged on the page; one that a rule refuses says what is missing, and is recorded with the reason of who may override it', async (clinic) => {
  const planId = await treated(clinic, 9);
  const screen = await clinic.screenOf('therapist', planAt(planId));
  await screen.live();
  await screen.page.getByRole('button', { name: 'Log a session' }).click();
  const form = screen.region('Log a session');
  async function log(day: string, pain: [string, string]): Promise<void> {
    await form.getByLabel('Day', { exact: true }).fill(day);
    await form.getByLabel('Timed min', { exact: true }).fill('45');
    await form.getByLabel('Pain before').fill(pain[0]);
    await form.getByLabel('Pain after').fill(pain[1]);
    await form.getByRole('button', { name: 'Log session' }).click();
  }
  const recorded = async () => (await clinic.events(planId)).flatMap(({ sessionRecorded }) => (sessionRecorded === undefined ? [] : [sessionRecorded.summary]));

  await log(ago(1), ['5', '3']);
  await form.getByText('Recorded.').waitFor();
  assert.deepEqual((({ timedMinutes, painBefore, painAfter }) => [timedMinutes, painBefore, painAfter])((await recorded()).at(-1)), [45, 5, 3]);

  // The eleventh treatment day without a progress report.
  await log(ago(0), ['4', '2']);
  const refusal = form.getByRole('status').filter({ hasText: 'The session of' });
  await refusal.getByText(/This is treatment day 11/).waitFor();
  assert.equal((await recorded()).length, 10);
  assert.deepEqual(await violations(screen), []);
  await refusal.getByLabel('Why it should be recorded nevertheless').fill('The report is in dictation.');
  await refusal.getByRole('button', { name: 'Override' }).click();
  await refusal.waitFor({ state: 'detached' });

  const last = (await recorded()).at(-1);
  assert.deepEqual([last.painBefore, last.findings.map((finding: any) => [finding.ruleId, finding.override.reason])], [4, [['therapy.progress-report', 'The report is in dictation.']]]);
  assert.equal((await clinic.events(planId)).filter(({ ruleOverridden }) => ruleOverridden !== undefined).length, 1);
});
