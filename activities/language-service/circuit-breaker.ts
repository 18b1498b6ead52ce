/** Failures in a row after which nobody is asked, and for how long. */
const failureLimit = 3;
const restMs = 60_000;

/** Keeps a service that fails again and again from costing every asker the whole time limit. */
export interface CircuitBreaker {
  /** Whether to ask now. After a rest one call goes through, and decides. */
  admits(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createCircuitBreaker(nowMs: () => number): CircuitBreaker {
  let failures = 0;
  let restsUntil = 0;
  let trying = false;
  return {
    admits() {
      if (failures < failureLimit) return true;
      if (trying || nowMs() < restsUntil) return false;
      trying = true;
      return true;
    },
    succeeded() {
      failures = 0;
      trying = false;
    },
    failed() {
      failures += 1;
      trying = false;
      if (failures >= failureLimit) restsUntil = nowMs() + restMs;
    },
  };
}
