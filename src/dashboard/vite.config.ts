import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const server = process.env.CARETEAM_SERVER ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../CareTeam.Server/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // The server's Content-Security-Policy allows files of its own only.
    assetsInlineLimit: 0,
    // For the service worker, whose own name must not change.
    manifest: 'assets.json',
    rolldownOptions: {
      input: ['index.html', 'src/offline/serviceWorker.ts'],
      output: { entryFileNames: ({ name }) => (name === 'serviceWorker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    proxy: {
      '^/careteam\\.v1\\.': server,
      '/development': server,
      '/signin-config': server,
      '/signed-in': server,
      '/hubs': { target: server, ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts'], pool: 'threads', testTimeout: 30_000 },
});
