import { defineConfig } from 'vitest/config';

/** The unit tests of the shell and of the modules' own components. */
export default defineConfig({
  root: '..',
  cacheDir: 'portal/target/vitest',
  test: { include: ['*/src/main/web/**/*.test.ts', 'platform/*/src/main/web/**/*.test.ts'] },
});
