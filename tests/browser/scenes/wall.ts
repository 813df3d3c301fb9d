import assert from 'node:assert/strict';
import { fullName } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';

scene('The wall tells what just happened, without what people wrote', async (clinic) => {
  const planId = await clinic.plan('Jakub Kowalski');
  const wall = await clinic.screenOf('wall', '#/wall');
  await wall.live();
  await wall.page.getByText('Nothing has changed since this screen was opened.').waitFor();
  await clinic.note('therapist', planId, 'A sentence for colleagues only.');
  await wall.page.getByRole('log').getByText(`${fullName('therapist')} wrote a note, physical therapy.`).waitFor();
  assert.doesNotMatch(await wall.page.locator('body').innerText(), /colleagues only/);
});

scene('A wall that visitors see shows initials, also after a reload', async (clinic) => {
  await clinic.plan('Jakub Kowalski');
  const wall = await clinic.screenOf('wall', '#/wall');
  await wall.page.getByRole('heading', { name: 'Jakub Kowalski' }).waitFor();
  await wall.page.getByRole('button', { name: 'Show initials' }).click();
  await wall.page.getByRole('heading', { name: 'J. K.' }).waitFor();
  await wall.page.reload();
  await wall.page.getByRole('heading', { name: 'J. K.' }).waitFor();
  assert.doesNotMatch(await wall.page.locator('body').innerText(), /Kowalski/);
});
