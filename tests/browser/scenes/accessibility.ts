import assert from 'node:assert/strict';
import { assertNone } from '../stage/assertNone.ts';
import { violations } from '../stage/axe.ts';
import { scene } from '../stage/scene.ts';
import { desktop, phone } from '../stage/screen.ts';
import { view, views } from '../stage/views.ts';

/** In a window of a desk, light and then dark, and in one of a phone; as every scene does, it minds what the page complains of and whom it talks to. */
for (const name of Object.keys(views) as (keyof typeof views)[])
  scene(`axe finds nothing serious on the view ${name}, light or dark, at a desk or on a phone; it breaks no policy and asks no other host`, async (clinic) => {
    for (const look of [desktop, phone]) {
      const screen = await view(name, clinic, look);
      for (const colorScheme of look === desktop ? ['light', 'dark'] as const : ['light'] as const) {
        await screen.page.emulateMedia({ colorScheme });
        assertNone(await violations(screen), `axe finds, ${colorScheme}, ${look.width} px wide:`);
      }
      const [content, window] = await screen.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content! <= window!, `${content} px wide in a window of ${window} px`);
    }
  }, 'demo');

scene('The whole way to a submitted note can be gone with the keyboard', async (clinic) => {
  await clinic.plan('Karim Lahlou');
  const screen = await clinic.screenOf('therapist', '');
  const { page } = screen;
  await page.getByRole('link', { name: /^Karim Lahlou/ }).waitFor();
  const tabTo = async (name: string) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => {
        const at = document.activeElement as HTMLElement | null;
        return ((at as HTMLTextAreaElement | null)?.labels?.[0]?.textContent ?? at?.textContent ?? '').trim().startsWith(wanted);
      }, name)) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  };
  await tabTo('Karim Lahlou');
  await page.keyboard.press('Enter');
  await screen.live();
  await tabTo('Objective');
  await page.keyboard.type('Walked 400 m.');
  await tabTo('Submit note');
  await page.keyboard.press('Enter');
  await screen.region(/^Notes 1/).getByText('Walked 400 m.').waitFor();
});
