/** When a process started, as text to compare only; null when there is no such process. */
export function processStart(pid: number): string | null;

/** The pid that holds the lock at `path`; null when nobody alive does. */
export function lockHolder(path: string): number | null;

/** Takes the lock file at `path` for this process, also from a holder that has died. */
export function takeLock(path: string): { taken: true; release: () => void } | { taken: false; pid: number };
