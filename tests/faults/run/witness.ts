import Database from 'better-sqlite3';
import type { EnrollmentSnapshot } from '../../../knowledge/enrollment/state.ts';
import type { Evidence, InboundRow, NotificationRow, TimelineRow } from '../count/evidence.ts';

/** Reads the database file beside the program, with no code of the program between. */
export interface Witness {
  /** IDs of messages that are being sent. */
  inHand(): string[];
  /** Telegram updates that are stored and not done. */
  unfinished(): number;
  /** Messages and updates that still have to come to their end. */
  pending(): number;
  enrollment(enrollmentId: string): EnrollmentSnapshot | null;
  isLinked(chat: string, uscc: string): boolean;
  isStaff(chat: string): boolean;
  all(): Pick<Evidence, 'notifications' | 'timeline' | 'enrollments' | 'inbound' | 'campaigns'>;
  close(): void;
}

export function openWitness(file: string): Witness {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 20_000 });
  const sql = {
    inHand: db.prepare<[], { id: string }>(`SELECT id FROM Notification WHERE state = 'sending'`),
    unfinished: db.prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM InboundUpdate WHERE channel = 'telegram' AND processedAt IS NULL`,
    ),
    moving: db.prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM Notification WHERE state IN ('queued', 'sending')`,
    ),
    running: db.prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM Campaign WHERE state NOT IN ('finished', 'previewed', 'cancelled', 'failed')`,
    ),
    enrollment: db.prepare<[string], { snapshot: string }>(`SELECT snapshot FROM Enrollment WHERE id = ?`),
    link: db.prepare<[string, string], { n: number }>(
      `SELECT count(*) AS n FROM FirmLink JOIN Identity ON Identity.id = FirmLink.identityId
       WHERE Identity.channel = 'telegram' AND Identity.externalUserId = ? AND FirmLink.uscc = ?`,
    ),
    staff: db.prepare<[string], { n: number }>(
      `SELECT count(*) AS n FROM Staff JOIN Identity ON Identity.id = Staff.identityId
       WHERE Identity.channel = 'telegram' AND Identity.externalUserId = ?`,
    ),
    notifications: db.prepare<
      [],
      Omit<NotificationRow, 'status' | 'collected'> & { data: string; collected: number }
    >(
      `SELECT Notification.id, key, kind, enrollmentId, state, error, externalMessageId, data, collected,
              Notification.updatedAt AS movedAt, coalesce(Identity.privateChatId, '') AS chat
       FROM Notification JOIN Identity ON Identity.id = Notification.identityId
       WHERE Notification.channel = 'telegram' ORDER BY Notification.createdAt`,
    ),
    timeline: db.prepare<[], { enrollmentId: string; eventId: string | null; event: string }>(
      `SELECT enrollmentId, eventId, event FROM TimelineEntry ORDER BY enrollmentId, seq`,
    ),
    snapshots: db.prepare<[], { snapshot: string }>(`SELECT snapshot FROM Enrollment`),
    inbound: db.prepare<[], { externalId: string; processedAt: unknown }>(
      `SELECT externalId, processedAt FROM InboundUpdate WHERE channel = 'telegram'`,
    ),
    campaigns: db.prepare<[], Evidence['campaigns'][number]>(
      `SELECT id, state, (SELECT count(*) FROM CampaignOutcome WHERE campaignId = Campaign.id
                          AND outcome IN ('pending', 'waiting', 'held', 'asking')) AS open
       FROM Campaign`,
    ),
  };
  return {
    inHand: () => sql.inHand.all().map(({ id }) => id),
    unfinished: () => sql.unfinished.get()?.n ?? 0,
    pending: () => [sql.moving, sql.unfinished, sql.running].reduce((sum, s) => sum + (s.get()?.n ?? 0), 0),
    enrollment(enrollmentId) {
      const row = sql.enrollment.get(enrollmentId);
      return row === undefined ? null : snapshotOf(row);
    },
    isLinked: (chat, uscc) => (sql.link.get(chat, uscc)?.n ?? 0) > 0,
    isStaff: (chat) => (sql.staff.get(chat)?.n ?? 0) > 0,
    all: () => ({
      notifications: sql.notifications.all().map(({ data, collected, ...row }) => ({
        ...row,
        collected: collected === 1,
        status: statusIn(data),
      })),
      timeline: sql.timeline.all().map(timelineRow),
      enrollments: sql.snapshots.all().map(snapshotOf),
      inbound: sql.inbound.all().map(inboundRow),
      campaigns: sql.campaigns.all(),
    }),
    close: () => void db.close(),
  };
}

const snapshotOf = ({ snapshot }: { snapshot: string }) => JSON.parse(snapshot) as EnrollmentSnapshot;

function statusIn(data: string): string | null {
  const { status } = JSON.parse(data) as { status?: unknown };
  return typeof status === 'string' ? status : null;
}

function timelineRow(row: { enrollmentId: string; eventId: string | null; event: string }): TimelineRow {
  const { type, key = null } = JSON.parse(row.event) as { type: string; key?: string };
  return { enrollmentId: row.enrollmentId, eventId: row.eventId, type, key };
}

const inboundRow = ({
  externalId,
  processedAt,
}: {
  externalId: string;
  processedAt: unknown;
}): InboundRow => ({
  updateId: Number(externalId),
  processed: processedAt !== null,
});
