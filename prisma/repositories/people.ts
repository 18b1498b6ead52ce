import type { PersonData, PersonStore } from '../../activities/ports/people.ts';
import type { Database, Queries } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

export function createPersonStore(db: Database): PersonStore {
  return {
    dataOf: async (id) => {
      const identities = await identitiesOf(db, id);
      const [first] = identities;
      if (first === undefined) return null;
      const channels = identities.map((identity) => ({
        channel: identity.channel,
        externalUserId: identity.externalUserId,
        privateChatId: identity.privateChatId,
        language: identity.chosenLocale ?? identity.locale,
        blocked: identity.blocked,
        since: identity.createdAt.toISOString(),
      }));
      return { personId: first.personId, channels, ...(await kept(db, identities)) };
    },

    erase: async (id) =>
      db.$transaction(async (tx) => {
        const identities = await identitiesOf(tx, id);
        if (identities.length === 0) return 'unknown';
        const ids = identities.map((identity) => identity.id);
        if ((await tx.staff.count({ where: { identityId: { in: ids } } })) > 0) return 'staff';
        // The question's text leaves with its asker; what others asked alike stays.
        await tx.questionAsk.deleteMany({ where: { identityId: { in: ids } } });
        await tx.conversation.deleteMany({ where: ofPerson(identities) });
        const theirChats = identities.flatMap(({ channel, privateChatId: chatId }) =>
          chatId === null ? [] : [{ channel, chatId }],
        );
        await tx.givenAnswer.deleteMany({ where: { OR: theirChats } });
        // A temporary session of QQ is no chat of theirs that we would write to, and has their number in its name.
        const temporary = identities.map(({ channel, externalUserId }) => ({
          channel,
          chatId: { startsWith: 'temporary:', endsWith: `:${externalUserId}` },
        }));
        await tx.relayedMessage.deleteMany({ where: { OR: [...theirChats, ...temporary] } });
        const asWhom = identities.map(({ channel, externalUserId: toUserId }) => ({ channel, toUserId }));
        await tx.givenChoices.deleteMany({ where: { OR: [...theirChats, ...temporary, ...asWhom] } });
        await emptyInbound(tx, identities);
        await tx.identity.deleteMany({ where: { id: { in: ids } } });
        return 'erased';
      }),
  };
}

async function identitiesOf(db: Queries, id: string) {
  const named = await db.identity.findUnique({ where: { id }, select: { personId: true } });
  return db.identity.findMany({
    where: { personId: named?.personId ?? id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

type Own = Awaited<ReturnType<typeof identitiesOf>>[number];

/** Dialogues go by our ID of the person; what was last talked of goes by the channel's, in each place where they talk. */
const ofPerson = (identities: readonly Own[]): Prisma.ConversationWhereInput => ({
  OR: identities.flatMap(({ id, channel, externalUserId }) => [
    { key: { endsWith: `:${id}` } },
    { key: { startsWith: `talk:${channel}:`, endsWith: `:${externalUserId}` } },
  ]),
});

/**
 * What waits to be handled would bring the person back. Every channel stores its events as JSON that names the sender in one of
 * two fields; a quote within what somebody wrote is escaped, so that their words are never taken for such a field.
 */
async function emptyInbound(db: Queries, identities: readonly Own[]): Promise<void> {
  for (const { channel, externalUserId } of identities) {
    const named = JSON.stringify(externalUserId);
    const senders = [`"externalUserId":${named}`, `"from":${named}`];
    const waiting = await db.inboundUpdate.findMany({
      where: { channel, processedAt: null, OR: senders.map((sender) => ({ payload: { contains: sender } })) },
      select: { id: true, payload: true },
    });
    // The database compares without regard to case, and takes `_` for any character.
    const own = waiting.filter(({ payload }) => senders.some((sender) => payload.includes(sender)));
    await db.inboundUpdate.updateMany({
      where: { id: { in: own.map(({ id }) => id) } },
      data: { processedAt: new Date(), payload: '' },
    });
  }
}

async function kept(
  db: Queries,
  identities: readonly Own[],
): Promise<Omit<PersonData, 'personId' | 'channels'>> {
  const ids = identities.map((identity) => identity.id);
  const identityId = { in: ids };
  const links = await db.firmLink.findMany({
    where: { identityId },
    include: { firm: { select: { name: true } } },
    orderBy: [{ linkedAt: 'asc' }, { uscc: 'asc' }],
  });
  const codes = await db.mailCode.findMany({ where: { identityId, address: { not: null } } });
  const questions = await db.questionAsk.findMany({ where: { identityId }, orderBy: { id: 'asc' } });
  const tickets = await db.ticket.findMany({
    where: { askerId: identityId },
    include: { messages: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  const chat = await db.chatMessage.findMany({ where: { identityId }, orderBy: { id: 'asc' } });
  const sent = await db.notification.findMany({ where: { identityId }, orderBy: { createdAt: 'asc' } });
  const dialogues = await db.conversation.findMany({ where: ofPerson(identities) });
  const audit = await db.auditEntry.findMany({ where: { actor: { in: ids } }, orderBy: { id: 'asc' } });
  return {
    firms: links.map(({ uscc, firm, linkedAt, invitedBy, primary, remindersStopped, snoozedUntil }) => ({
      ...{ uscc, name: firm.name, since: linkedAt.toISOString() },
      ...{ by: invitedBy === null ? 'office' : 'colleague', primary, remindersStopped, snoozedUntil },
    })),
    unverifiedAddresses: codes.flatMap(({ address, createdAt }) =>
      address === null ? [] : [{ address, at: createdAt.toISOString() }],
    ),
    questions: questions.map(({ text }) => ({ text })),
    tickets: tickets.map(({ id, openedAt, state, rating, messages }) => ({
      ...{ id, openedAt, state, rating },
      messages: messages.map(({ at, author, kind, text }) => ({ at, author, kind, text })),
    })),
    chat: chat.map(({ at, direction, body }) => ({ at: at.toISOString(), direction, body })),
    sent: sent.map(({ createdAt, kind, channel, state }) => ({
      ...{ at: createdAt.toISOString(), kind, channel, state },
    })),
    dialogues: dialogues.map(({ state }) => JSON.parse(state) as unknown),
    audit: audit.map(({ at, action, target, outcome }) => ({
      at: at.toISOString(),
      action,
      target,
      outcome,
    })),
  };
}
