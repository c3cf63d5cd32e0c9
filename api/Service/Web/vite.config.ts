import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

// GraphiQL's style sheet carries 300 kB of fonts; the system's own are enough, and `font-src` stays closed.
const withoutFonts: Plugin = {
  name: 'without-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('/graphiql/dist/style.css'))
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null };
  },
};

export default defineConfig({
  plugins: [withoutFonts],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // GraphiQL's editor is one large part, and only its own page loads it.
    chunkSizeWarningLimit: 1500,
    // The browsers that are served need no polyfill.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Marks for other bundlers in GraphiQL's parts; there are hundreds, and none matters here.
      onwarn(warning, tell) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning);
      },
      input: {
        index: resolve(import.meta.dirname, 'index.html'),
        graphiql: resolve(import.meta.dirname, 'graphiql.html'),
      },
    },
  },
  // `npm run dev` beside a running service.
  server: { proxy: { '/graphql': { target: process.env.SERVICE_URL ?? 'http://localhost:5000', bypass: pageOfBrowser } } },
});

function pageOfBrowser(request: { method?: string; headers: Record<string, unknown> }) {
  const asksForPage = request.method === 'GET' && String(request.headers['accept']).includes('text/html');
  return asksForPage ? '/graphiql.html' : undefined;
}
