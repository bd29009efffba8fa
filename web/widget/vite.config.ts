import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const gateway = process.env['BASE_URL'] ?? 'http://localhost:8090';

export default defineConfig({
  root: here('.'),
  build: {
    target: 'es2022',
    outDir: here('dist'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { page: here('index.html'), 'sales-chat': here('src/sales-chat.ts'), microphone: here('src/call/microphone.ts') },
      output: {
        // Other people's pages name this file, so it has no hash; the page at / loads the very same one.
        entryFileNames: (chunk) => (chunk.name === 'page' ? 'assets/[name]-[hash].js' : '[name].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/ws', '/v3', '/swagger-ui'].map((path) => [path, { target: gateway, ws: path === '/ws' }]),
    ),
  },
});
