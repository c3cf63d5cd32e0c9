import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const altairFolder = resolve(import.meta.dirname, 'node_modules/altair-static/build/dist');

// Altair comes built: its files go beside this project's own of public/altair, which say what it opens.
const altair: Plugin = {
  name: 'altair',
  writeBundle({ dir }) {
    cpSync(altairFolder, resolve(dir!, 'altair'), { recursive: true, filter: (path) => path !== resolve(altairFolder, 'index.html') });
  },
};

export default defineConfig({
  plugins: [altair],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The browsers that are served need no polyfill.
    modulePreload: { polyfill: false },
  },
  // `npm run dev` beside a running service. A browser that opens /graphql gets the service's own page.
  server: { proxy: { '/graphql': { target: process.env.SERVICE_URL ?? 'http://localhost:5080', ws: true }, '/altair': process.env.SERVICE_URL ?? 'http://localhost:5080' } },
});
