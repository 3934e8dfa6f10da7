import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['tests/rules/**/*.test.ts', 'tests/emails/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: './tests/support/empty-database.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          globalSetup: './tests/support/empty-database.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          // The browser is another program: what it answers oddly once is asked again.
          retry: 1,
        },
      },
    ],
  },
})
