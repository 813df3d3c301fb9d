import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { fullName, planAt, type Clinic } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import type { Screen } from '../stage/screen.ts';

const title = 'Graded walking programme';

/** A task of the therapist, on the screens of both. */
async function sharedTask(clinic: Clinic) {
  const planId = await clinic.plan('Bruno Keller', ['therapist', 'occupationalTherapist']);
  await clinic.task(planId, title, 'therapist');
  const therapist = await clinic.screenOf('therapist', planAt(planId));
  const physiatrist = await clinic.screenOf('physiatrist', planAt(planId));
  for (const screen of [therapist, physiatrist]) await screen.live();
  return { planId, therapist, physiatrist };
}

const card = (screen: Screen): Locator => screen.region(/^Tasks/).getByRole('article').filter({ hasText: title });

async function isGiven({ planId, therapist, physiatrist }: Awaited<ReturnType<typeof sharedTask>>, clinic: Clinic) {
  for (const screen of [physiatrist, therapist]) await card(screen).getByText(fullName('occupationalTherapist'), { exact: true }).waitFor();
  const [last] = (await clinic.events(planId)).slice(-1);
  assert.equal(last.taskReassigned.assignee.name, fullName('occupationalTherapist'));
}

scene('A task is reassigned with the keyboard alone, and the other window shows it', async (clinic) => {
  const shared = await sharedTask(clinic);
  const { page } = shared.physiatrist;
  await card(shared.physiatrist).getByRole('button', { name: `Reassign ${title}` }).focus();
  await page.keyboard.press('Enter');
  await card(shared.physiatrist).getByLabel('Give to').waitFor();
  await page.keyboard.type(fullName('occupationalTherapist').slice(0, 4));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Reassign');
  await page.keyboard.press('Enter');
  await isGiven(shared, clinic);
});

scene('A task is reassigned by dragging its card onto a person', async (clinic) => {
  const shared = await sharedTask(clinic);
  const { page } = shared.physiatrist;
  await card(shared.physiatrist).getByRole('paragraph').filter({ hasText: title }).hover();
  await page.mouse.down();
  // The people appear once something is dragged.
  await page.mouse.move(400, 400, { steps: 3 });
  const taker = page.getByText(fullName('occupationalTherapist'), { exact: true }).first();
  await taker.hover();
  await page.mouse.up();
  await isGiven(shared, clinic);
});

scene('A ticked task alone is no note: nothing is handed in, and nothing is said to be kept', async (clinic) => {
  const { planId } = await sharedTask(clinic);
  const screen = await clinic.screenOf('therapist', '#/work');
  await screen.page.getByRole('button', { name: `Note on ${title}` }).click();
  const form = screen.region('Write a note');
  await form.getByLabel(title).waitFor();
  assert.ok(await form.getByLabel(title).isChecked());
  assert.ok(await form.getByRole('button', { name: 'Submit note' }).isDisabled());
  assert.equal(await form.getByText('Draft kept in this browser.').count(), 0);
  await form.getByLabel(/^Objective/).fill('Walks 400 m.');
  await form.getByText('Draft kept in this browser.').waitFor();
  await form.getByRole('button', { name: 'Submit note' }).click();
  await form.getByText('Recorded.').waitFor();
  assert.equal((await clinic.events(planId)).at(-1).noteSubmitted.summary.taskIds.length, 1);
});

scene('Who was overtaken by another is told by whom, and decides again', async (clinic) => {
  const { planId, physiatrist } = await sharedTask(clinic);
  const form = card(physiatrist);
  await form.getByRole('button', { name: `Reassign ${title}` }).click();
  await form.getByLabel('Give to').selectOption({ label: `${fullName('occupationalTherapist')}, occupational therapist` });
  const [task] = (await clinic.call('therapist', 'PlanService.GetPlan', { planId })).plan.tasks;
  await clinic.command('therapist', 'TaskService.ReassignTask', { planId, taskId: task.taskId, assigneeId: '' });

  await form.getByText('Whole team', { exact: true }).waitFor();
  await form.getByRole('button', { name: 'Reassign', exact: true }).click();
  await form.getByRole('alert').filter({ hasText: `${fullName('therapist')} gave` }).waitFor();
  assert.equal((await clinic.events(planId)).at(-1).taskReassigned.assignee, undefined);
  await form.getByRole('button', { name: `Give it to ${fullName('occupationalTherapist')} all the same` }).click();
  await form.getByText(fullName('occupationalTherapist'), { exact: true }).waitFor();
});
