import assert from 'node:assert/strict';
import { planAt, type Clinic } from '../stage/clinic.ts';
import { scene } from '../stage/scene.ts';
import { networkFails, type Screen } from '../stage/screen.ts';
import { until } from '../stage/until.ts';

/** The versions in the activity feed, newest first: each list item has its own as its number. */
const shownVersions = (screen: Screen): Promise<number[]> =>
  screen.region('Activity').getByRole('listitem').evaluateAll((items) => items.map((item) => (item as HTMLLIElement).value));

async function hasEverything(screen: Screen, clinic: Clinic, planId: string): Promise<void> {
  const versions = (await clinic.events(planId)).map((event) => event.version).reverse();
  await until('every event', async () => assert.deepEqual(await shownVersions(screen), versions) === undefined);
}

scene('When the server is killed and comes back, the light says offline and then live, and both windows catch up with nothing missing', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const screens = [await clinic.screenOf('therapist', planAt(planId)), await clinic.screenOf('physiatrist', planAt(planId))];
  for (const screen of screens) await screen.live();

  await clinic.server.kill();
  for (const screen of screens) {
    screen.expectedComplaints = networkFails;
    await screen.light(/^\s*Offline since \d\d:\d\d\s*$/).waitFor();
  }
  await clinic.server.startAgain();
  for (let i = 1; i <= 20; i++) await clinic.note('therapist', planId, `Session ${i} after the restart.`);

  for (const screen of screens) {
    await screen.live();
    await screen.region(/^Notes 20/).getByText('Session 20 after the restart.', { exact: true }).waitFor();
    await hasEverything(screen, clinic, planId);
  }
  await clinic.note('physiatrist', planId, 'And it goes on.');
  for (const screen of screens) {
    await screen.region(/^Notes 21/).getByText('And it goes on.').waitFor();
    await hasEverything(screen, clinic, planId);
  }
});

scene('A window that lost its network says so, and gets what it missed once', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const screen = await clinic.screenOf('physiatrist', planAt(planId));
  await screen.live();
  screen.expectedComplaints = networkFails;
  await screen.context.setOffline(true);
  await screen.light(/^\s*Offline since/).waitFor();
  for (let i = 1; i <= 3; i++) await clinic.note('therapist', planId, `Missed ${i}.`);
  await screen.context.setOffline(false);
  await screen.live();
  await hasEverything(screen, clinic, planId);
});

scene('A note written off line is kept through a reload, says so, and arrives exactly once', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const screen = await clinic.screenOf('therapist', planAt(planId));
  const { page, context } = screen;
  await screen.live();
  screen.expectedComplaints = networkFails;
  const form = screen.region('Write a note');
  const kept = form.getByText(/^Offline: your note of .* is kept in this browser\./);

  await context.setOffline(true);
  await form.getByLabel(/^Assessment/).fill('Written in the lift, without a network.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  await kept.waitFor();

  // On line again, but the answer to the note is lost, as over bad Wi-Fi: the server has it, and the page cannot know.
  let sent = 0;
  const submitNote = '**/careteam.v1.NoteService/SubmitNote';
  await context.route(submitNote, async (route) => {
    sent++;
    await route.fetch();
    // A reload has ended the request already.
    await route.abort('connectionreset').catch(() => undefined);
  });
  await context.setOffline(false);
  await until('the note to be sent', async () => sent > 0);
  await page.reload();
  await kept.waitFor();

  await context.unroute(submitNote);
  await form.getByText(/^Offline: your note/).waitFor({ state: 'hidden' });
  await screen.region(/^Notes 1/).getByText('Written in the lift, without a network.').waitFor();
  const notes = (await clinic.events(planId)).filter((event) => event.noteSubmitted !== undefined);
  assert.equal(notes.length, 1);
  await hasEverything(screen, clinic, planId);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('careteam.entry.')).length), 0);
});

scene('Without room in the browser a note says that it is kept nowhere, the page is not left unasked, and the note is sent', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const screen = await clinic.screenOf('therapist', planAt(planId));
  const { page, context } = screen;
  await screen.live();
  screen.expectedComplaints = networkFails;
  await page.evaluate(() => {
    for (let size = 1 << 20, i = 0; size > 0; i++) {
      try {
        localStorage.setItem(`tests.filler.${i}`, 'x'.repeat(size));
      } catch {
        size >>= 1;
      }
    }
  });
  await context.setOffline(true);
  const form = screen.region('Write a note');
  await form.getByLabel(/^Assessment/).fill('Nowhere but on this page.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  await form.getByText('This browser has no room to keep it. Do not leave this page before it is sent.').waitFor();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  assert.equal((await asked).type(), 'beforeunload');
  await (await asked).dismiss();

  await context.setOffline(false);
  await screen.region(/^Notes 1/).getByText('Nowhere but on this page.').waitFor();
  assert.equal((await clinic.events(planId)).filter((event) => event.noteSubmitted !== undefined).length, 1);
});

scene('What is only half written is still there after a reload, and nobody else sees it', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const taskId = await clinic.task(planId, 'Sleep diary', 'therapist');
  await clinic.command('therapist', 'TaskService.AcceptTask', { planId, taskId });
  const screen = await clinic.screenOf('therapist', planAt(planId));
  const task = screen.region('Write a note').getByLabel('Sleep diary');
  await screen.region('Write a note').getByLabel(/^Subjective/).fill('Slept through for the first');
  await screen.region('Write a note').getByText('About which work').click();
  await task.check();
  await screen.page.reload();
  const field = screen.region('Write a note').getByLabel(/^Subjective/);
  await until('the draft', async () => assert.equal(await field.inputValue(), 'Slept through for the first') === undefined);
  assert.ok(await task.isChecked());
  assert.equal((await clinic.events(planId)).length, 5);
});

scene('An amendment that is half written outlives a reload, and one whose answer was lost is recorded once', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  await clinic.note('therapist', planId, 'Straight leg raise positive on the right.');
  const screen = await clinic.screenOf('therapist', planAt(planId));
  const { page, context } = screen;
  const note = screen.region(/^Notes 1/).getByRole('article');
  await note.getByRole('button', { name: 'Amend' }).click();
  await note.getByLabel(/^Amendment/).fill('On the left.');
  await page.reload();
  await until('the amendment', async () => assert.equal(await note.getByLabel(/^Amendment/).inputValue(), 'On the left.') === undefined);

  await note.getByLabel('Why').fill('Sides mixed up.');
  screen.expectedComplaints = networkFails;
  const amendNote = '**/careteam.v1.NoteService/AmendNote';
  await context.route(amendNote, (route) => route.fulfill({ contentType: 'application/grpc-web+proto', headers: { 'grpc-status': '3', 'grpc-message': 'Not like this.' } }));
  await note.getByRole('button', { name: 'Amend', exact: true }).click();
  await note.getByRole('button', { name: 'Back into the form' }).click();
  await page.reload();
  await until('the amendment', async () => assert.equal(await note.getByLabel('Why').inputValue(), 'Sides mixed up.') === undefined);
  await context.unroute(amendNote);
  await context.route(amendNote, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await note.getByRole('button', { name: 'Amend', exact: true }).click();
  await note.getByText(/^Offline: your amendment of .* is kept in this browser/).waitFor();
  await context.unroute(amendNote);
  await note.getByText(/^Offline: your amendment/).waitFor({ state: 'hidden' });
  await note.getByText('On the left.').waitFor();
  assert.equal((await clinic.events(planId)).filter((event) => event.noteAmended !== undefined).length, 1);
});

scene('Two windows of one person show the same draft, and tell when both write or one of them hands it in', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const one = await clinic.screenOf('therapist', planAt(planId));
  await one.live();
  const opened = one.context.waitForEvent('page');
  await one.page.evaluate(() => void window.open(location.href));
  const other = await opened;
  const form = (page: typeof other) => page.getByRole('region', { name: 'Write a note' });
  const shows = (page: typeof other, text: string) => until(`"${text}"`, async () => assert.equal(await form(page).getByLabel(/^Objective/).inputValue(), text) === undefined);
  await form(other).waitFor();

  await form(one.page).getByLabel(/^Objective/).fill('Lifts 10 kg.');
  await shows(other, 'Lifts 10 kg.');
  await form(other).getByLabel(/^Objective/).fill('Lifts 10 kg twice.');
  await form(one.page).getByText('This note was changed in another window as well.').waitFor();
  await shows(one.page, 'Lifts 10 kg.');
  await form(one.page).getByRole('button', { name: 'Show what is written there' }).click();
  await shows(one.page, 'Lifts 10 kg twice.');

  await form(other).getByRole('button', { name: 'Submit note' }).click();
  await shows(one.page, '');
  await one.region(/^Notes 1/).getByText('Lifts 10 kg twice.').waitFor();
  assert.equal((await clinic.events(planId)).filter((event) => event.noteSubmitted !== undefined).length, 1);

  // What is added to a note is no other draft.
  const [mine, theirs] = [one.page, other].map((page) => page.getByRole('article').filter({ hasText: 'Lifts 10 kg twice.' }));
  for (const note of [mine!, theirs!]) await note.getByRole('button', { name: 'Amend' }).click();
  await mine!.getByLabel(/^Amendment/).fill('Three times.');
  await mine!.getByLabel('Why').fill('Miscounted.');
  await until('the reason in both', async () => assert.equal(await theirs!.getByLabel('Why').inputValue(), 'Miscounted.') === undefined);
  await theirs!.getByLabel('Why').fill('Counted again.');
  await mine!.getByText('This amendment was changed in another window as well.').waitFor();
  await mine!.getByRole('button', { name: 'Show what is written there' }).click();
  await theirs!.getByRole('button', { name: 'Amend', exact: true }).click();
  await mine!.getByLabel('Why').waitFor({ state: 'detached' });
  await mine!.getByText(/^Amended by .*: Counted again\.$/).waitFor();
});

scene('Without its server a page that was open before opens again, says so, and sends what was written as soon as there is one', async (clinic) => {
  const planId = await clinic.plan('Dorota Weiss');
  const screen = await clinic.screenOf('therapist', planAt(planId), { serviceWorker: true });
  const { page } = screen;
  await screen.live();
  await page.evaluate(() => navigator.serviceWorker.ready);
  screen.expectedComplaints = networkFails;
  const form = screen.region('Write a note');

  await clinic.server.kill();
  await form.getByLabel(/^Assessment/).fill('Written while the server was away.');
  await form.getByRole('button', { name: 'Submit note' }).click();
  await form.getByText(/^Offline: your note/).waitFor();
  await page.reload();
  await page.getByText('The server cannot be reached.').waitFor();
  await page.getByText(/^Offline: your note of .* is kept in this browser\. It goes out by itself/).waitFor();
  const other = await screen.context.newPage();
  await other.goto(`/${planAt(planId)}`);
  await other.getByRole('heading', { name: 'CareTeam' }).waitFor();
  await other.getByText('The server cannot be reached. Try again.').waitFor();
  await other.close();

  await clinic.server.startAgain();
  await screen.live();
  await screen.region(/^Notes 1/).getByText('Written while the server was away.').waitFor();
  await hasEverything(screen, clinic, planId);
  // What is kept is the page, and nothing that it showed.
  const kept = await page.evaluate(async () => (await (await caches.open('careteam-page')).keys()).map(({ url }) => new URL(url).pathname));
  assert.ok(kept.includes('/') && kept.every((path) => path === '/' || path.startsWith('/assets/')), kept.join(' '));
});
