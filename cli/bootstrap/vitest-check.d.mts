interface Report {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Passed and failed tests of Vitest's JSON report; null is a report that was never written. */
export function countTests(report: Report | null, endedWell: boolean): { passed: number; failed: number };
