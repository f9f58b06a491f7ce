import { defineConfig } from 'vite';
import { compressed } from './vite.compressed';

const backend = process.env['CRM_BACKEND'] ?? 'http://127.0.0.1:8181';

/** The shell, and beside it sdk.js, whose address modules' own components know. */
export default defineConfig({
  root: 'src/main/web',
  plugins: [compressed()],
  build: {
    outDir: '../../../target/classes/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: 'src/main/web/index.html', sdk: 'src/main/web/sdk.ts' },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sdk' ? 'portal/sdk.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: {
      '/api/v1': { target: backend, xfwd: true },
      '/portal/modules': { target: backend },
    },
  },
});
