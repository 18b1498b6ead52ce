/** Types of the plain modules here, which must run before anything is installed. */

declare module '*/bootstrap/pid-lock.mjs' {
  /** When a process started, as text to compare only; null when there is no such process. */
  export function processStart(pid: number): string | null;

  /** The pid that holds the lock at `path`; null when nobody alive does. */
  export function lockHolder(path: string): number | null;

  /** Takes the lock file at `path` for this process, also from a holder that has died. */
  export function takeLock(
    path: string,
  ): { taken: true; release: () => void } | { taken: false; pid: number };
}

declare module '*/bootstrap/ensure-ready.mjs' {
  export const projectDir: string;

  /** Installs dependencies and generates the Prisma client where missing or stale. Throws NotReady. */
  export function ensureReady(folder?: string): Promise<void>;

  /** Throws NotReady for a Node that is too old. */
  export function checkNode(version: string): void;

  export function isInstalled(folder: string): boolean;
  export function isGenerated(folder: string): boolean;
}

declare module '*/bootstrap/ensure-console.mjs' {
  /** Builds the console's pages where they are missing or stale. Throws NotReady. */
  export function ensureConsole(folder?: string): Promise<void>;
}

declare module '*/bootstrap/ensure-program.mjs' {
  /** The address of the built program's main module; null where it has to be loaded from its sources. Throws NotReady. */
  export function ensureProgram(folder?: string): Promise<string | null>;
}

declare module '*/bootstrap/vitest-check.mjs' {
  interface Report {
    success: boolean;
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  }

  /** Passed and failed tests of Vitest's JSON report; null is a report that was never written. */
  export function countTests(report: Report | null, endedWell: boolean): { passed: number; failed: number };
}
