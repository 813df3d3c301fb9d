import assert from 'node:assert/strict';
import { fullName, planAt, type Clinic } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';

/** Versions 1 to 3 are the plan and its therapist, 4 a goal, 5 a task, 6 the task given away. */
async function storied(clinic: Clinic): Promise<string> {
  const planId = await clinic.plan('Clara Novotná');
  await clinic.command('physiatrist', 'PlanService.AddGoal', { planId, description: 'Lift 20 kg from floor to waist' });
  const taskId = await clinic.task(planId, 'Lift training', 'therapist');
  await clinic.command('physiatrist', 'TaskService.ReassignTask', { planId, taskId, assigneeId: '' });
  return planId;
}

scene('The history slider shows the plan as it stood, and in words what has changed since', async (clinic) => {
  const planId = await storied(clinic);
  const { page } = await clinic.screenOf('physiatrist', planAt(planId, '/history'));
  const slider = page.getByRole('slider', { name: 'Version of the plan' });
  const tasks = page.getByRole('region', { name: /^Tasks/ });
  const changes = page.getByRole('region', { name: /^What changed since/ });
  await tasks.getByText('Whole team').waitFor();
  await changes.getByText('This is the plan as it is now.').waitFor();

  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Version 5', { exact: true }).waitFor();
  await tasks.getByText(fullName('therapist')).waitFor();
  await changes.getByRole('listitem').filter({ hasText: 'Lift training' }).waitFor();
  assert.match((await slider.getAttribute('aria-valuetext'))!, new RegExp(`^Version 5, .*${fullName('physiatrist')} asked ${fullName('therapist')} for`));

  await page.keyboard.press('Home');
  await page.getByText('Version 1', { exact: true }).waitFor();
  await page.getByRole('region', { name: /^Tasks 0/ }).waitFor();
  await page.getByRole('region', { name: /^Goals 0/ }).waitFor();
  await changes.getByRole('listitem').filter({ hasText: 'Lift 20 kg from floor to waist' }).waitFor();
  await page.getByText('Draft', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'To now' }).click();
  await tasks.getByText('Whole team').waitFor();
});

scene('An address names the version, and what happens meanwhile does not move the slider', async (clinic) => {
  const planId = await storied(clinic);
  const { page } = await clinic.screenOf('therapist', planAt(planId, '/history/4'));
  await page.getByText('Version 4', { exact: true }).waitFor();
  await page.getByText('of 6', { exact: true }).waitFor();
  await clinic.note('therapist', planId, 'Pain has centralized.');
  await page.getByText('of 7', { exact: true }).waitFor();
  await page.getByText('Version 4', { exact: true }).waitFor();
  await page.getByRole('region', { name: /^Goals 1/ }).waitFor();
  await page.getByRole('region', { name: /^Tasks 0/ }).waitFor();
});
