import { createHash } from 'node:crypto';
import type { IdentityStore, RedeemResult } from '../../activities/ports/store.ts';
import type { LinkedBy } from '../../knowledge/enrollment/state.ts';
import type { Database, Queries } from '../client.ts';
import type { OneTimeCode, Prisma } from '../generated/client.ts';
import { joinPersonWithin, personOf } from './contacts.ts';

const wrongCodesPerHour = 10;
const hourMs = 3_600_000;

export function createCodes(
  db: Database,
): Pick<IdentityStore, 'mintCode' | 'mintFirmCodes' | 'firmsWithOpenCode' | 'redeemCode'> {
  return {
    mintCode: async (target, code, expiresAt, createdBy) => {
      const owner = ownerOf(target);
      const codes = [{ ...owner, code }];
      await db.$transaction(async (tx) => mintWithin(tx, owner, codes, new Date(expiresAt), createdBy));
    },

    mintFirmCodes: async (codes, expiresAt, createdBy) =>
      db.$transaction(async (tx) => {
        for (let start = 0; start < codes.length; start += 500) {
          const chunk = codes.slice(start, start + 500);
          const owners = { uscc: { in: chunk.map(({ uscc }) => uscc) }, identityId: null };
          await mintWithin(tx, owners, chunk, new Date(expiresAt), createdBy);
        }
      }),

    firmsWithOpenCode: async (now) => {
      const open = await db.oneTimeCode.findMany({
        where: {
          uscc: { not: null },
          identityId: null,
          usedAt: null,
          endedAt: null,
          expiresAt: { gt: new Date(now) },
        },
        select: { uscc: true },
        distinct: ['uscc'],
      });
      return open.flatMap(({ uscc }) => (uscc === null ? [] : [uscc]));
    },

    redeemCode: async (code, identityId, now) =>
      db.$transaction(async (tx) => redeemWithin(tx, hashOf(code), identityId, new Date(now))),
  };
}

function ownerOf(target: Parameters<IdentityStore['mintCode']>[0]) {
  switch (target.purpose) {
    case 'firm':
      return { uscc: target.uscc, identityId: null };
    case 'colleague':
      return { uscc: target.uscc, identityId: target.identityId };
    case 'staff':
      return { staffId: target.staffId };
    case 'person':
      return { uscc: null, identityId: target.identityId };
  }
}

/** Ends the codes that the owners still hold, then stores the new ones. */
async function mintWithin(
  db: Queries,
  owners: Prisma.OneTimeCodeWhereInput,
  codes: { uscc?: string | null; staffId?: string; identityId?: string | null; code: string }[],
  expiresAt: Date,
  createdBy: string,
): Promise<void> {
  const unused = { ...owners, usedAt: null, endedAt: null };
  await db.oneTimeCode.updateMany({ where: unused, data: { endedAt: new Date() } });
  await db.oneTimeCode.createMany({
    data: codes.map(({ code, ...owner }) => ({ codeHash: hashOf(code), ...owner, expiresAt, createdBy })),
  });
}

/** People type codes from paper or a screenshot: case, spaces, dashes and full-width letters make no difference. */
function hashOf(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '');
  return createHash('sha256').update(plain).digest('hex');
}

/** Answers instead of throwing: a wrong attempt has to be counted, and a rollback would forget it. */
async function redeemWithin(
  db: Queries,
  codeHash: string,
  identityId: string,
  now: Date,
): Promise<RedeemResult> {
  const anHourAgo = new Date(now.getTime() - hourMs);
  const wrong = await db.wrongCode.count({ where: { identityId, at: { gt: anHourAgo } } });
  if (wrong >= wrongCodesPerHour) return { ok: false, reason: 'tooManyAttempts' };

  const found = await db.oneTimeCode.findUnique({ where: { codeHash } });
  if (found === null) {
    await db.wrongCode.deleteMany({ where: { identityId, at: { lte: anHourAgo } } });
    await db.wrongCode.create({ data: { identityId, at: now } });
    return { ok: false, reason: 'unknown' };
  }
  if (found.usedAt !== null) {
    // The same person again: a second tap, or a message handled once more after a crash.
    const again = found.usedBy === identityId ? await standing(db, found, identityId) : null;
    return again ?? { ok: false, reason: 'used' };
  }
  if (found.endedAt !== null || found.expiresAt <= now) return { ok: false, reason: 'expired' };
  const refused = await whyNotUsed(db, found, identityId);
  if (refused !== null) return { ok: false, reason: refused };
  await db.oneTimeCode.update({ where: { codeHash }, data: { usedAt: now, usedBy: identityId } });
  return bind(db, found, identityId);
}

async function whyNotUsed(
  db: Queries,
  { identityId: minter, uscc }: OneTimeCode,
  redeemer: string,
): Promise<'ownCode' | 'ownInvitation' | 'staffChat' | 'expired' | null> {
  if (minter === null) return null;
  if (uscc === null) return whyNotJoined(db, minter, redeemer);
  // An invitation is worth what its writer still is.
  const personId = await personOf(db, minter);
  if (personId === (await personOf(db, redeemer))) return 'ownInvitation';
  return (await db.firmLink.count({ where: { uscc, identity: { personId } } })) > 0 ? null : 'expired';
}

/** Whoever speaks for a member of staff stays apart: what a firm's contact can do must not lead to what staff can. */
async function whyNotJoined(
  db: Queries,
  minter: string,
  redeemer: string,
): Promise<'ownCode' | 'staffChat' | null> {
  if (minter === redeemer) return 'ownCode';
  const [one, other] = [await personOf(db, minter), await personOf(db, redeemer)];
  if (one === other) return null;
  const staff = await db.staff.count({ where: { identity: { personId: { in: [one, other] } } } });
  return staff > 0 ? 'staffChat' : null;
}

/** What an already used code has given this person, as long as it still holds. */
async function standing(db: Queries, code: OneTimeCode, identityId: string): Promise<RedeemResult | null> {
  if (code.uscc !== null) {
    const link = await db.firmLink.findUnique({
      where: { identityId_uscc: { identityId, uscc: code.uscc } },
    });
    return link && { ok: true, purpose: 'firm', uscc: code.uscc, alreadyLinked: true, by: letInBy(code) };
  }
  if (code.identityId !== null) {
    const same = (await personOf(db, code.identityId)) === (await personOf(db, identityId));
    return same ? { ok: true, purpose: 'person', identityId: code.identityId, alreadyJoined: true } : null;
  }
  const staff = await db.staff.findUnique({ where: { identityId } });
  return staff && staff.id === code.staffId ? { ok: true, purpose: 'staff', staffId: staff.id } : null;
}

const letInBy = ({ identityId }: OneTimeCode): LinkedBy => (identityId === null ? 'office' : 'colleague');

async function bind(db: Queries, code: OneTimeCode, identityId: string): Promise<RedeemResult> {
  if (code.uscc !== null) {
    const alreadyLinked = (await standing(db, code, identityId)) !== null;
    if (!alreadyLinked)
      await db.firmLink.create({ data: { identityId, uscc: code.uscc, invitedBy: code.identityId } });
    return { ok: true, purpose: 'firm', uscc: code.uscc, alreadyLinked, by: letInBy(code) };
  }
  if (code.identityId !== null) {
    const known = await standing(db, code, identityId);
    if (known !== null) return known;
    await joinPersonWithin(db, code.identityId, identityId);
    return { ok: true, purpose: 'person', identityId: code.identityId, alreadyJoined: false };
  }
  if (code.staffId === null) throw new Error('a code without a target');
  // One identity per staff member and the other way round: the latest code wins.
  await db.staff.updateMany({ where: { identityId }, data: { identityId: null } });
  await db.staff.update({ where: { id: code.staffId }, data: { identityId } });
  return { ok: true, purpose: 'staff', staffId: code.staffId };
}
