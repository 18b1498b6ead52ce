import type {
  Renewal,
  RenewalCandidate,
  RenewalOutcomeName,
  RenewalScope,
  RenewalStore,
} from '../../activities/ports/renewals.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import type { Prisma, Renewal as StoredRenewal } from '../generated/client.ts';
import { firmOf } from './firm-row.ts';

export function createRenewalStore(db: Database): RenewalStore {
  return {
    find: async (packId) => {
      const stored = await db.renewal.findUnique({ where: { packId } });
      return stored && renewalOf(stored);
    },

    open: async (renewal) => {
      try {
        await db.renewal.create({ data: renewal });
        return true;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return false;
      }
    },

    declareListComplete: async (packId, at) =>
      db.$transaction(async (tx) => {
        await tx.renewal.update({ where: { packId }, data: { listCompleteAt: at } });
        await tx.renewalOutcome.updateMany({
          where: { packId, outcome: 'waitingForList' },
          data: { due: true },
        });
      }),

    candidates: async (scope, { afterUscc, limit }) => {
      const stored = await db.enrollment.findMany({
        where: {
          packId: scope.packId,
          officialStatus: { in: [...scope.statuses] },
          ...(afterUscc !== undefined && { uscc: { gt: afterUscc } }),
        },
        include: asCandidate(scope),
        orderBy: { uscc: 'asc' },
        take: limit,
      });
      return stored.map(candidateOf);
    },

    due: async (scope, limit) => {
      const stored = await db.enrollment.findMany({
        where: isDue(scope),
        include: asCandidate(scope),
        orderBy: { uscc: 'asc' },
        take: limit,
      });
      return stored.map(candidateOf);
    },

    isDue: async (scope) =>
      (await db.enrollment.findFirst({ where: isDue(scope), select: { id: true } })) !== null,

    record: async (of, { outcome, codes, due }, at) => {
      const data = { ...of, outcome, codes: codes.join(','), due, judgedAt: at };
      await db.renewalOutcome.upsert({
        where: { enrollmentId: of.enrollmentId },
        create: data,
        update: data,
      });
    },

    counts: async (packId) => {
      const groups = await db.renewalOutcome.groupBy({
        by: ['outcome', 'codes'],
        where: { packId },
        _count: { _all: true },
        orderBy: [{ outcome: 'asc' }, { codes: 'asc' }],
      });
      return groups.map((group) => ({
        outcome: group.outcome as RenewalOutcomeName,
        codes: codesOf(group.codes),
        count: group._count._all,
      }));
    },
  };
}

/** Never judged, or judged and to be judged again: that is finished whatever its status has become. */
const isDue = ({ packId, statuses }: RenewalScope): Prisma.EnrollmentWhereInput => ({
  packId,
  OR: [{ officialStatus: { in: [...statuses] }, renewal: { is: null } }, { renewal: { is: { due: true } } }],
});

const asCandidate = ({ nextPackId }: RenewalScope) =>
  ({
    firm: { include: { listings: { where: { packId: nextPackId } } } },
    renewal: true,
  }) satisfies Prisma.EnrollmentInclude;

type StoredCandidate = Prisma.EnrollmentGetPayload<{ include: ReturnType<typeof asCandidate> }>;

function candidateOf({
  id,
  uscc,
  city,
  trial,
  officialStatus,
  firm,
  renewal,
}: StoredCandidate): RenewalCandidate {
  const [listing] = firm.listings;
  const judged = renewal === null || renewal.due ? null : renewal;
  const { listed, priorYearExportUsd, exportYear } = firmOf(firm, listing);
  return {
    enrollmentId: id,
    ...{ uscc, name: firm.name, city, trial },
    officialStatus: officialStatus as OfficialStatus,
    listing: listing === undefined ? null : { listed, priorYearExportUsd, exportYear },
    outcome: (judged?.outcome as RenewalOutcomeName | undefined) ?? null,
    codes: codesOf(judged?.codes ?? ''),
  };
}

const codesOf = (codes: string): string[] => (codes === '' ? [] : codes.split(','));

const renewalOf = (stored: StoredRenewal): Renewal => ({
  ...stored,
  openedAt: stored.openedAt.toISOString(),
  listCompleteAt: stored.listCompleteAt?.toISOString() ?? null,
});
