import { beforeEach, expect, test, vi } from 'vitest';

const listeners = vi.hoisted(() => new Map<string, (event: any) => void>());
vi.stubGlobal('self', {
  addEventListener: (type: string, listener: (event: any) => void) => listeners.set(type, listener),
  location: { origin: 'http://clinic' }, skipWaiting: () => undefined, clients: { claim: () => undefined },
});
let kept: Response | undefined;
vi.stubGlobal('caches', { match: async () => kept, open: async () => Promise.reject(new Error('not in this test')) });
await import('./serviceWorker');

/** What the browser gets for the page's address. */
async function opened(answer: () => Promise<Response>): Promise<string> {
  vi.stubGlobal('fetch', answer);
  let response: Promise<Response> = Promise.reject(new Error('left to the network'));
  response.catch(() => undefined);
  listeners.get('fetch')!({
    request: { url: 'http://clinic/', method: 'GET', mode: 'navigate' },
    respondWith: (given: Promise<Response>) => (response = given), waitUntil: () => undefined,
  });
  return (await response).text();
}

beforeEach(() => (kept = new Response('kept')));

test('With a server its page opens, whatever is kept', async () => {
  expect(await opened(async () => new Response('fresh'))).toBe('fresh');
  kept = undefined;
  expect(await opened(async () => new Response('fresh'))).toBe('fresh');
});

test('Without a network the kept page opens, and so it does when a proxy answers for a server that is away', async () => {
  expect(await opened(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('kept');
  for (const status of [502, 503, 504]) {
    kept = new Response('kept');
    expect(await opened(async () => new Response('Bad gateway', { status }))).toBe('kept');
  }
  kept = undefined;
  expect(await opened(async () => new Response('Bad gateway', { status: 502 }))).toBe('Bad gateway');
});
