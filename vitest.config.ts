import { defineConfig } from 'vitest/config';

// `*.real.test.ts` start servers, browsers or child processes: one file at a time on a small machine.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // One a core: by default one core is left idle, and on a small machine that is half of it.
          maxWorkers: '100%',
          // Files share a process: loading Prisma, the segmenter and the model anew for each took most of the time. What is the
          // process's (its environment, the Temporal runtime) a test leaves as it found it.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.real.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'real',
          include: ['tests/**/*.real.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
