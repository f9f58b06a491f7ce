import { defineConfig } from 'vitest/config';

/** The unit tests of the shell; those of a module's components run with the module. */
export default defineConfig({
  cacheDir: 'target/vitest',
  test: { include: ['src/main/web/**/*.test.ts'], setupFiles: ['src/main/web/testing/browser.ts'] },
});
