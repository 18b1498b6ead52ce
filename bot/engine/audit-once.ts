import type { AuditStore } from '../../activities/ports/store.ts';

/** What one event causes is noted once, however often the event is handled; another outcome is another entry. */
export const auditOnce = (audit: AuditStore, eventId: string): AuditStore => ({
  record: (entry) =>
    audit.record({ ...entry, once: `${eventId}/${entry.action}/${entry.target}/${entry.outcome}` }),
});
