import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import type { SinceImport, UndoTrace } from '../../knowledge/firms/undo-import.ts';
import type { Queries } from '../client.ts';
import type { FirmImportChange } from '../generated/client.ts';
import { importedFirm, importedListing } from './import-change-row.ts';

/** When something last happened to firms, by code, and what. */
type Moments = { trace: UndoTrace; uscc: string; at: Date }[];

/** How the firms of some changes of one pack stand, and what happened to each since. Some hundreds at a time. */
export async function sinceImport(
  db: Queries,
  changes: FirmImportChange[],
): Promise<Map<string, SinceImport>> {
  const [{ packId } = { packId: '' }] = changes;
  const usccs = changes.map(({ uscc }) => uscc);
  const stored = await db.firm.findMany({
    where: { uscc: { in: usccs } },
    include: {
      listings: true,
      enrollments: { select: { packId: true, projectedVersion: true } },
      movedTo: { select: { code: true } },
      formerCodes: { select: { movedAt: true } },
    },
  });
  const firms = new Map(stored.map((firm) => [firm.uscc, firm]));
  const moments = [
    ...(await onFirms(db, usccs)),
    ...(await onEnrollments(db, packId, usccs)),
    ...(await onTickets(db, usccs)),
  ];
  return new Map(
    changes.map(({ uscc, enrolled, writtenAt, before }): [string, SinceImport] => {
      const firm = firms.get(uscc);
      const listing = firm?.listings.find((one) => one.packId === packId);
      const enrollment = firm?.enrollments.find((one) => one.packId === packId);
      const traces = moments
        .filter((one) => one.uscc === uscc && (enrolled || one.at >= writtenAt))
        .map(({ trace }) => trace);
      const elsewhere = [...(firm?.listings ?? []), ...(firm?.enrollments ?? [])];
      const isNew = (JSON.parse(before) as { firm: unknown }).firm === null;
      if (isNew && elsewhere.some((one) => one.packId !== packId)) traces.push('otherList');
      return [
        uscc,
        {
          now: {
            firm: firm === undefined ? null : importedFirm(firm),
            listing: listing === undefined ? null : importedListing(listing),
          },
          officerId: firm?.officerId ?? null,
          enrollmentVersion: enrollment?.projectedVersion ?? null,
          moved: hasMoved(firm, writtenAt),
          traces,
        },
      ];
    }),
  );
}

const hasMoved = (
  firm: { movedTo: object | null; formerCodes: { movedAt: Date }[] } | undefined,
  since: Date,
): boolean =>
  firm !== undefined && (firm.movedTo !== null || firm.formerCodes.some(({ movedAt }) => movedAt >= since));

async function onFirms(db: Queries, usccs: string[]): Promise<Moments> {
  const where = { uscc: { in: usccs } };
  const links = await db.firmLink.findMany({ where, select: { uscc: true, linkedAt: true } });
  const codes = await db.oneTimeCode.findMany({ where, select: { uscc: true, createdAt: true } });
  const notes = await db.firmNote.findMany({ where, select: { uscc: true, at: true } });
  return [
    ...links.map(({ uscc, linkedAt }) => ({ trace: 'contact' as const, uscc, at: linkedAt })),
    ...codes.flatMap(({ uscc, createdAt }) =>
      uscc === null ? [] : { trace: 'code' as const, uscc, at: createdAt },
    ),
    ...notes.map(({ uscc, at }) => ({ trace: 'note' as const, uscc, at })),
  ];
}

async function onEnrollments(db: Queries, packId: string, usccs: string[]): Promise<Moments> {
  const codeOf = new Map(usccs.map((uscc) => [enrollmentIdOf(packId, uscc), uscc]));
  const enrollmentId = { in: [...codeOf.keys()] };
  const where = { enrollmentId };
  const notifications = await db.notification.findMany({
    where,
    select: { enrollmentId: true, updatedAt: true },
  });
  const outcomes = await db.campaignOutcome.findMany({ where, select: { enrollmentId: true, at: true } });
  const events = await db.incomingEvent.findMany({ where, select: { enrollmentId: true, receivedAt: true } });
  const renewals = await db.renewalOutcome.findMany({
    where: { OR: [where, { nextPackId: packId, uscc: { in: usccs } }] },
    select: { uscc: true, judgedAt: true },
  });
  const of = (trace: UndoTrace, id: string, at: Date): Moments => {
    const uscc = codeOf.get(id);
    return uscc === undefined ? [] : [{ trace, uscc, at }];
  };
  return [
    ...notifications.flatMap((one) => of('notification', one.enrollmentId, one.updatedAt)),
    ...outcomes.flatMap((one) => of('campaign', one.enrollmentId, one.at)),
    ...events.flatMap((one) => of('officialEvent', one.enrollmentId, one.receivedAt)),
    ...renewals.map(({ uscc, judgedAt }) => ({ trace: 'renewal' as const, uscc, at: judgedAt })),
  ];
}

/** A ticket knows its asker alone, who may be a contact of several firms and write from several channels. */
async function onTickets(db: Queries, usccs: string[]): Promise<Moments> {
  const links = await db.firmLink.findMany({
    where: { uscc: { in: usccs } },
    select: { uscc: true, identity: { select: { personId: true } } },
  });
  if (links.length === 0) return [];
  const tickets = await db.ticket.findMany({
    where: { asker: { personId: { in: links.map(({ identity }) => identity.personId) } } },
    select: { updatedAt: true, asker: { select: { personId: true } } },
  });
  return links.flatMap(({ uscc, identity }) =>
    tickets
      .filter(({ asker }) => asker.personId === identity.personId)
      .map(({ updatedAt }) => ({ trace: 'ticket' as const, uscc, at: updatedAt })),
  );
}
