import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './stage/chromium.ts';
import { Clinic } from './stage/clinic.ts';
import { desktop, phone, type Look } from './stage/screen.ts';
import { repository, Server } from './stage/server.ts';
import { view, views } from './stage/views.ts';

/** Every view of the demo organization, in every look, into artifacts/screenshots; those that the README shows into docs. */
const wallScreen: Look = { width: 1920, height: 1080 };
const looks = (name: string): Record<string, Look> => {
  const wide = name === 'wall' ? wallScreen : desktop;
  return { light: wide, dark: { ...wide, dark: true }, phone, 'phone-dark': { ...phone, dark: true } };
};
const shown: Record<string, string> = { 'plan-light': 'dashboard', 'outcomes-dark': 'outcomes', 'wall-dark': 'wall' };

const [all, docs] = [join(repository, 'artifacts/screenshots'), join(repository, 'docs')];
mkdirSync(all, { recursive: true });

const server = await Server.start();
try {
  const browser = await launchChromium();
  for (const name of Object.keys(views) as (keyof typeof views)[])
    for (const [words, look] of Object.entries(looks(name))) {
      const clinic = new Clinic(server, browser, 'demo');
      const picture = `${name.replaceAll(' ', '-')}-${words}`;
      const { page } = await view(name, clinic, look);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(all, `${picture}.png`) });
      if (shown[picture] !== undefined) await page.screenshot({ path: join(docs, `${shown[picture]}.png`) });
      await clinic.leave();
    }
  await browser.close();
} finally {
  await server.stop();
}
