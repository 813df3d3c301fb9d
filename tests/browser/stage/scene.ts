import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { Clinic } from './clinic.ts';
import { Server } from './server.ts';

let server: Server | undefined;
let browser: Browser | undefined;

before(async () => {
  server = await Server.start();
  // For the clients of the other test, which are used here too.
  process.env.HTTP_ADDRESS = server.address;
  process.env.GRPC_ADDRESS = server.grpcAddress;
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** One test, in an organization of its own: afterwards no window may have complained, or talked to another host. */
export function scene(sentence: string, play: (clinic: Clinic) => Promise<void>, organization = `clinic-${randomUUID().slice(0, 8)}`): void {
  test(sentence, { timeout: 300_000 }, async () => {
    const clinic = new Clinic(server!, browser!, organization);
    try {
      await play(clinic);
      for (const screen of clinic.screens) screen.checkManners();
    } catch (error) {
      for (const screen of clinic.screens) console.error(await screen.asText());
      throw error;
    } finally {
      await clinic.leave();
    }
  });
}
