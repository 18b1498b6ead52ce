import { randomBytes, randomUUID } from 'node:crypto';
import type { BegunVerification, ConfirmedAddress, Mailbox, MailStore } from '../../activities/ports/mail.ts';
import { mailCodeAttempts, mailCodeMinutes, mailCodesFor } from '../../knowledge/mail/limits.ts';
import type { Database, Queries } from '../client.ts';
import { personOf } from './contacts.ts';
import { endCodes, forgetAddress } from './forget-address.ts';
import { identityOf } from './identity-row.ts';
import { tokenHash } from './token-hash.ts';

const channel = 'mail';
const [hourMs, dayMs] = [3_600_000, 86_400_000];

export function createMailStore(db: Database): MailStore {
  return {
    beginVerification: async (i) => db.$transaction(async (tx) => begin(tx, i)),

    awaitsCode: async (identityId, now) => (await openCode(db, identityId, new Date(now))) !== null,

    confirm: async (i) => db.$transaction(async (tx) => confirm(tx, i)),

    addressOf: async (identityId) => {
      const stored = await db.identity.findFirst({
        where: { channel, personId: await personOf(db, identityId) },
      });
      return stored && { identityId: stored.id, address: stored.externalUserId, refused: stored.blocked };
    },

    remove: async (identityId) =>
      db.$transaction(async (tx) => forgetAddress(tx, await personOf(tx, identityId))),

    mailboxOf: async (address) => mailboxOf(db, { identity: { channel, externalUserId: address } }),

    byStopToken: async (stopToken) => mailboxOf(db, { stopToken }),
  };
}

async function begin(
  db: Queries,
  { identityId, address, code, eventId, now }: Parameters<MailStore['beginVerification']>[0],
): Promise<BegunVerification> {
  if ((await db.mailCode.count({ where: { eventId } })) > 0) return { ok: false, reason: 'begunBefore' };
  const at = new Date(now);
  const aDayAgo = { gt: new Date(at.getTime() - dayMs) };
  const personId = await personOf(db, identityId);
  const addressHash = tokenHash(address.toLowerCase());
  const [ofAddress, ofPerson, ofAll] = [
    await db.mailCode.count({ where: { addressHash, createdAt: aDayAgo } }),
    await db.mailCode.count({ where: { identity: { personId }, createdAt: aDayAgo } }),
    await db.mailCode.count({ where: { createdAt: { gt: new Date(at.getTime() - hourMs) } } }),
  ];
  if (ofAddress >= mailCodesFor.addressADay) return { ok: false, reason: 'tooManyForAddress' };
  if (ofPerson >= mailCodesFor.personADay) return { ok: false, reason: 'tooManyForPerson' };
  if (ofAll >= mailCodesFor.allAnHour) return { ok: false, reason: 'tooManyAtAll' };
  // What is older counts no more.
  await db.mailCode.deleteMany({ where: { createdAt: { lte: new Date(at.getTime() - dayMs) } } });
  await endCodes(db, personId);
  await db.mailCode.create({
    data: {
      ...{ identityId, eventId, address, addressHash, codeHash: tokenHash(`${eventId}/${code}`) },
      ...{ createdAt: at, expiresAt: new Date(at.getTime() + mailCodeMinutes * 60_000) },
    },
  });
  return { ok: true };
}

/** The person's latest code, if it may still be given. */
async function openCode(db: Queries, identityId: string, now: Date) {
  const personId = await personOf(db, identityId);
  return db.mailCode.findFirst({
    where: { identity: { personId }, address: { not: null }, expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
  });
}

/** Answers instead of throwing: a wrong attempt has to be counted, and a rollback would forget it. */
async function confirm(
  db: Queries,
  { identityId, code, now }: Parameters<MailStore['confirm']>[0],
): Promise<ConfirmedAddress> {
  const open = await openCode(db, identityId, new Date(now));
  const personId = await personOf(db, identityId);
  if (open?.address == null) {
    const earlier = await db.mailCode.findFirst({
      where: { identity: { personId } },
      orderBy: { id: 'desc' },
    });
    return { ok: false, reason: earlier?.address == null ? 'noCode' : 'expired' };
  }
  if (open.attempts >= mailCodeAttempts) return { ok: false, reason: 'tooManyAttempts' };
  if (open.codeHash !== tokenHash(`${open.eventId}/${code}`)) {
    const attempts = open.attempts + 1;
    await db.mailCode.update({ where: { id: open.id }, data: { attempts } });
    return attempts >= mailCodeAttempts
      ? { ok: false, reason: 'tooManyAttempts' }
      : { ok: false, reason: 'wrong', left: mailCodeAttempts - attempts };
  }
  const { address } = open;
  await forgetAddress(db, personId);
  await db.identity.deleteMany({ where: { channel, externalUserId: address } });
  return { ok: true, address, identityId: await newMailbox(db, { address, personId, identityId }) };
}

/** A new identity each time: what was on its way to the address as somebody else's is not theirs to read. */
async function newMailbox(
  db: Queries,
  { address, personId, identityId }: { address: string; personId: string; identityId: string },
): Promise<string> {
  const { locale, chosenLocale } = await db.identity.findUniqueOrThrow({ where: { id: identityId } });
  const { _max } = await db.identity.aggregate({ where: { personId }, _max: { preference: true } });
  const stored = await db.identity.create({
    data: {
      ...{ id: randomUUID(), channel, externalUserId: address, privateChatId: address },
      ...{ personId, locale, chosenLocale },
      // After the chats, until the person says otherwise.
      preference: (_max.preference ?? 0) + 1,
      mailbox: { create: { stopToken: randomBytes(24).toString('base64url') } },
    },
  });
  return stored.id;
}

async function mailboxOf(
  db: Queries,
  where: { stopToken: string } | { identity: { channel: string; externalUserId: string } },
): Promise<Mailbox | null> {
  const stored = await db.mailbox.findFirst({ where, include: { identity: true } });
  if (stored === null) return null;
  const { identity, stopToken } = stored;
  const others = await db.identity.findMany({
    where: { personId: identity.personId, channel: { not: channel }, blocked: false },
    orderBy: [{ preference: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return {
    ...{ identityId: identity.id, locale: identityOf(identity).locale, stopToken },
    otherChannels: others.map((other) => other.channel),
  };
}
