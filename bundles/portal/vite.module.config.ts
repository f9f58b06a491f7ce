import { defineConfig } from 'vite';
import { compressed } from './vite.compressed';

/** A module's own components, from its src/main/web; run in the module's folder. */
export default defineConfig({
  root: process.cwd(),
  publicDir: false,
  plugins: [compressed()],
  // The decorators as the portal's tsconfig.json has them; a module's folder has none of its own.
  esbuild: { tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } } },
  build: {
    outDir: 'target/classes/portal',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    lib: { entry: 'src/main/web/index.ts', formats: ['es'], fileName: () => 'index.js' },
    rollupOptions: {
      external: ['@crm/portal'],
      output: { paths: { '@crm/portal': '/portal/sdk.js' } },
    },
  },
});
