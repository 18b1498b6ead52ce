/** Often enough that a claim of two minutes is not lost to a slow database. */
const keepEveryMs = 20_000;

/** Does what was claimed, and says meanwhile that it still does: however long it takes, nobody else begins it. */
export async function keepingClaim<Result>(
  keep: () => Promise<void>,
  work: () => Promise<Result>,
  everyMs = keepEveryMs,
): Promise<Result> {
  // A claim that could not be renewed once is renewed the next time.
  const keeping = setInterval(() => void keep().catch(() => undefined), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(keeping);
  }
}
