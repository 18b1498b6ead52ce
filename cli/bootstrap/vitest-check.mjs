import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { runCheck } from './run-check.mjs';

/** Runs Vitest and counts its tests. */
export async function runVitest(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-vitest-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
    const { ok, seconds } = await runCheck(
      process.execPath,
      [...args, `--outputFile.json=${report}`, ...filters],
      { capture: false, limitMinutes: 90 },
    );
    return { name: 'vitest', ...countTests(readReport(report), ok), seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Passed and failed tests of a JSON report. A test file that fails as a whole, a run without a test, a run that crashed
 * and one with unhandled errors count as failed, whatever the tests in it say.
 */
export function countTests(report, endedWell) {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  const passed = report.numPassedTests;
  const otherwiseBad = !endedWell || !report.success || passed + failed === 0;
  return { passed, failed: failed === 0 && otherwiseBad ? 1 : failed };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
