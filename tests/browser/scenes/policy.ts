import assert from 'node:assert/strict';
import { scene } from '../stage/scene.ts';

scene('The page may load and reach nothing but its own server', async (clinic) => {
  const answer = await fetch(clinic.server.address);
  const policy = new Map(answer.headers.get('content-security-policy')!.split(';').map((directive) => directive.trim()).map((directive) => {
    const [name, ...sources] = directive.split(' ');
    return [name!, sources];
  }));
  assert.deepEqual(policy.get('default-src'), ["'none'"]);
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src']) assert.deepEqual(policy.get(name), ["'self'"], name);
  for (const name of ['base-uri', 'frame-ancestors']) assert.deepEqual(policy.get(name), ["'none'"], name);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
});

scene('A script that got into the page would not be run', async (clinic) => {
  const screen = await clinic.screen();
  screen.expectedComplaints = /Content Security Policy/;
  const { page } = screen;
  await page.goto('/');
  const refused = page.evaluate(() => new Promise<string>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  }));
  assert.equal(await refused, 'script-src-elem');
  assert.equal(await page.evaluate(() => 'ran' in window), false);
});
