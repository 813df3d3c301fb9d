import assert from 'node:assert/strict';
import { fullName, planAt } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import { until } from '../stage/until.ts';

scene('Each sees who else has the plan open and who is writing a note, and no longer once they have left', async (clinic) => {
  const planId = await clinic.plan('Ines Jurić');
  const physiatrist = await clinic.screenOf('physiatrist', planAt(planId));
  await physiatrist.live();
  const others = physiatrist.page.getByRole('list', { name: 'Also here' }).getByRole('listitem');
  assert.equal(await others.count(), 0);

  const therapist = await clinic.screenOf('therapist', planAt(planId));
  await others.filter({ hasText: fullName('therapist') }).waitFor();
  await therapist.page.getByRole('list', { name: 'Also here' }).getByText(fullName('physiatrist')).waitFor();
  await therapist.region('Write a note').getByLabel(/^Subjective/).fill('Nobody reads this yet.');
  await others.filter({ hasText: `${fullName('therapist')}, is writing a note` }).waitFor();
  await physiatrist.page.getByRole('status').filter({ hasText: `${fullName('therapist')} is writing a note` }).waitFor({ state: 'attached' });
  assert.doesNotMatch(await physiatrist.page.locator('body').innerText(), /Nobody reads this yet/);

  await therapist.region('Write a note').getByRole('button', { name: 'Submit note' }).click();
  await others.filter({ hasText: 'is writing a note' }).waitFor({ state: 'detached' });
  await others.filter({ hasText: fullName('therapist') }).waitFor();
  await therapist.page.close();
  await until('nobody else to be there', async () => (await others.count()) === 0);
});

scene('An assistant\'s note waits in the supervisor\'s queue, is read and co-signed there, and the assistant sees by whom', async (clinic) => {
  const planId = await clinic.plan('Ines Jurić', ['therapist', 'assistant']);
  const supervisor = await clinic.screenOf('therapist', '#/work');
  const assistant = await clinic.screenOf('assistant', planAt(planId));
  await supervisor.live();
  await assistant.live();
  const form = assistant.region('Write a note');
  await form.getByLabel(/^Objective/).fill('Sit to stand 12 times in 30 seconds.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  const note = assistant.region(/^Notes/).getByRole('article').filter({ hasText: 'Sit to stand 12 times' });
  await note.getByText(new RegExp(`Awaits ${fullName('therapist')}’s co-signature`)).waitFor();

  const queue = supervisor.region(/^To co-sign 1/);
  await queue.getByRole('button', { name: `Read the note of ${fullName('assistant')} on Ines Jurić` }).click();
  await queue.getByText('Sit to stand 12 times in 30 seconds.').waitFor();
  await queue.getByRole('combobox').selectOption({ label: 'I approve it' });
  await queue.getByRole('button', { name: `Co-sign the note of ${fullName('assistant')}` }).click();
  await queue.waitFor({ state: 'detached' });
  await note.getByText(new RegExp(`Co-signed by ${fullName('therapist')}.*approv`, 'i')).waitFor();
  assert.equal((await clinic.events(planId)).at(-1).noteCosigned.cosignature.meaning, 'SIGNATURE_MEANING_APPROVAL');
});

scene('A red flag found while asking is raised with the note, and stands on the plan of everybody who has it open', async (clinic) => {
  const planId = await clinic.plan('Ines Jurić');
  const physiatrist = await clinic.screenOf('physiatrist', planAt(planId));
  const therapist = await clinic.screenOf('therapist', planAt(planId));
  await physiatrist.live();
  const form = therapist.region('Write a note');
  await form.getByLabel(/^Subjective/).fill('Numbness since this morning.');
  await form.getByText('Red flags', { exact: true }).click();
  await form.getByRole('group', { name: 'Cauda equina syndrome' }).getByLabel('Yes').check();
  await form.getByRole('button', { name: 'Submit note' }).click();
  await form.getByRole('alert').filter({ hasText: 'Say of each red flag that is present what was seen or told.' }).waitFor();
  await form.getByLabel('Cauda equina syndrome: what was seen or told').fill('Saddle area numb, bladder slow.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  const flags = physiatrist.page.getByRole('list', { name: 'Open red flags' });
  await flags.getByText('Saddle area numb, bladder slow.').waitFor();
  assert.equal((await clinic.events(planId)).filter((event) => event.redFlagRaised).length, 1);
});
