import type { RecoveryStore, TrackedEnrollment } from '../ports/recovery.ts';

const pageSize = 500;

/** Every enrollment of every pack, by ID. */
export async function* allEnrollments(store: RecoveryStore): AsyncGenerator<TrackedEnrollment> {
  let afterId: string | undefined;
  for (;;) {
    const page = await store.enrollments({ limit: pageSize, ...(afterId === undefined ? {} : { afterId }) });
    yield* page;
    afterId = page.at(-1)?.snapshot.enrollmentId;
    if (page.length < pageSize) return;
  }
}
