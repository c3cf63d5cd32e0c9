import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

const altairFolder = resolve(import.meta.dirname, 'node_modules/altair-static/build/dist');

// Altair comes built: its files go beside this project's own of public/altair, which say what it opens.
const altair: Plugin = {
  name: 'altair',
  writeBundle({ dir }) {
    cpSync(altairFolder, resolve(dir!, 'altair'), { recursive: true, filter: (path) => path !== resolve(altairFolder, 'index.html') });
  },
};

// Documents are read by the service, not by people: one space is as good as a line.
const documents: Plugin = {
  name: 'documents',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/src/gql/graphql.ts') ? { code: code.replace(/(?<=TypedDocumentString\(`)[^`]+(?=`)/g, (text) => text.replace(/\s+/g, ' ').trim()), map: null } : undefined),
};

const service = process.env.SERVICE_URL ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [documents, vue(), altair],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The browsers that are served need no polyfill.
    modulePreload: { polyfill: false },
    // A data: address would be refused by the pages' policy.
    assetsInlineLimit: 0,
  },
  // `npm run dev` beside a running service. A browser that opens /graphql gets the service's own page.
  server: {
    proxy: {
      '/graphql': { target: service, ws: true },
      '/altair': service,
      '/export': service,
      '/templates': service,
      '/reports/draft': service,
      '/reports/editions': service,
      '^/reports/[0-9]+/': service,
      '^/import/[a-z]': service,
    },
  },
});
