import { cpSync, readFileSync } from 'node:fs';
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

const generated = resolve(import.meta.dirname, 'src/gql/graphql.ts');

/**
 * Each document is a module of its own, so that a page loads those that it asks alone. What is generated is one module, which no bundler
 * takes apart. Documents are read by the service, not by people: one space is as good as a line.
 */
const documents: Plugin = {
  name: 'documents',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.(vue|ts)$/.test(id) || id === generated) return undefined;
    const imported = /import \{([^}]*)\} from '@\/gql\/graphql';/g;
    const split = (all: string, names: string) => {
      const every = names.split(',').map((name) => name.trim()).filter(Boolean);
      const types = every.filter((name) => !name.endsWith('Document'));
      const apart = every.filter((name) => name.endsWith('Document')).map((name) => `import { ${name} } from 'document:${name}';`);
      return [...(types.length ? [`import { ${types.join(', ')} } from '@/gql/graphql';`] : []), ...apart].join(' ') + '\n'.repeat(all.split('\n').length - 1);
    };
    return imported.test(code) ? { code: code.replace(imported, split), map: null } : undefined;
  },
  resolveId: (id) => (id.startsWith('document:') ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith('\0document:')) return undefined;
    this.addWatchFile(generated);
    const name = id.slice('\0document:'.length);
    const text = new RegExp(`export const ${name} = [^\`]*\`([^\`]+)\``).exec(readFileSync(generated, 'utf8'))?.[1];
    return text && `export const ${name} = ${JSON.stringify(text.replace(/\s+/g, ' ').trim())};`;
  },
};

/** Prefixes of the sentences that the frame and the first page say, and the enums whose values they name; other pages wait for the rest. */
const firstSentences = ['app', 'board', 'coverage', 'definition', 'fresh', 'nav', 'overview', 'scope', 'state', 'word'];
const firstEnums = ['AssessmentStage', 'BranchCategory', 'DutyKind', 'RectificationStageName', 'UncoveredReasonCode'];

const sentences: Plugin = {
  name: 'sentences',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('sentences:') ? `\0${id}` : undefined),
  load(id) {
    const [, language, part] = /^\0sentences:(\w+)\/(\w+)$/.exec(id) ?? [];
    if (!language) return undefined;
    const partOf = (name: string, first: string[]) => {
      const file = resolve(import.meta.dirname, 'src', name);
      this.addWatchFile(file);
      const all = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
      return Object.fromEntries(all.filter(([key]) => first.includes(key.split('.')[0]!) === (part === 'first')));
    };
    return `export default ${JSON.stringify({ words: partOf(`messages/${language}.json`, firstSentences), labels: partOf(`gql/labels.${language}.json`, firstEnums) })};`;
  },
};

const service = process.env.SERVICE_URL ?? 'http://localhost:5080';

export default defineConfig({
  // Files name each other from where they lie, so that the service says below which path: it writes that into index.html.
  base: './',
  plugins: [documents, sentences, vue(), altair],
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
    // What the frame needs in any case is one file: taken apart it packs worse by 1 KB.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', test: /src\/(lib\/(api|scope|who|session|theme|former)\.ts|ui\/RetryNote)/ }] } } },
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
