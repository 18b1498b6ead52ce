import { expect, it } from 'vitest';
import { runFaults } from './run/run-faults.ts';

/** The short form of `npm run test:faults`: every kind of blow once, a few firms, the whole count. */
it('loses nothing and doubles nothing, whichever process dies', async () => {
  const lines: string[] = [];
  const { verdict, blows, nondeterminism } = await runFaults({
    seed: 1,
    firms: 8,
    minutes: 10,
    course: ['worker', 'bot', 'temporal', 'redeploy', 'server', 'keeper'],
    swallow: 0,
    keep: false,
    log: (line) => lines.push(line),
  });
  const { lost, doubled, unexplained, numbers } = verdict;
  expect({ lost, doubled, unexplained, nondeterminism }, lines.join('\n')).toEqual({
    lost: [],
    doubled: [],
    unexplained: [],
    nondeterminism: 0,
  });
  expect(Object.values(blows).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(6);
  expect(numbers.messagesTaken).toBeGreaterThan(20);
}, 900_000);
