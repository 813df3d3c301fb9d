/// <reference lib="webworker" />
/**
 * Keeps the page itself, and nothing that it shows: so that it opens again without a network, says that it is offline, and sends what waits once there is one.
 * With a network the server's page is always the one that opens. Plans and tokens never come here: only the page's address and its assets are answered for.
 */
import type { Manifest } from 'vite';

declare const self: ServiceWorkerGlobalScope;

const cacheName = 'careteam-page';
const page = '/';
const assets = '/assets/';
const manifest = '/assets.json';
/** Milliseconds: on a network this slow the kept page opens sooner. */
const patience = 4000;

/** The page and the assets that it consists of now; what belonged to an earlier one goes. */
async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  const listed = await fetch(manifest, { cache: 'no-cache' });
  if (!listed.ok) throw new Error(`${manifest} answered ${listed.status}.`);
  const files = Object.values((await listed.json()) as Manifest).flatMap((chunk) => [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
    .map((file) => `/${file}`).filter((path) => path.startsWith(assets));
  const wanted = new Set(files.map((path) => new URL(path, self.location.origin).href));
  const kept = new Set((await cache.keys()).map((request) => request.url));
  await cache.addAll([...wanted].filter((url) => !kept.has(url)));
  // Last, so that a kept page never lacks an asset.
  await cache.add(new Request(page, { cache: 'no-cache' }));
  for (const url of kept) if (!wanted.has(url) && new URL(url).pathname !== page) await cache.delete(url);
}

async function open(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    // 502 to 504 is what a proxy says in front of a server that is away.
    return answer.status < 500 ? answer : ((await caches.match(page)) ?? answer);
  } catch (error) {
    const kept = await caches.match(page);
    if (kept === undefined) throw error;
    return kept;
  }
}

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate' && pathname === page) {
    event.respondWith(open(request));
    // Whoever opens the page gets tomorrow's offline too; without a network there is nothing to keep anew.
    event.waitUntil(keep().catch(() => undefined));
  } else if (pathname.startsWith(assets)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
