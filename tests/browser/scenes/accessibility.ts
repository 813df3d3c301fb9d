import assert from 'node:assert/strict';
import { violations } from '../stage/axe.ts';
import { scene } from '../stage/scene.ts';
import { desktop, phone, type Look } from '../stage/screen.ts';
import { view, views } from '../stage/views.ts';

const looks: Record<string, Look> = { light: desktop, dark: { ...desktop, dark: true }, 'on a phone': phone };

for (const name of Object.keys(views) as (keyof typeof views)[])
  scene(`axe finds nothing serious on the view ${name}: ${Object.keys(looks).join(', ')}`, async (clinic) => {
    for (const [words, look] of Object.entries(looks)) {
      const screen = await view(name, clinic, look);
      assert.deepEqual(await violations(screen), [], words);
      const [content, window] = await screen.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content! <= window!, `${words}: ${content} px wide in a window of ${window} px`);
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
