/** How much of a ticket's conversation was in front of somebody. */
export interface ConversationMark {
  /** The newest entry; 0 for none. */
  messageId: number;
  /** When the latest change of an entry's words was made; null while there was none. */
  editedAt: string | null;
}

interface Entry {
  id: number;
  kind: string;
  editedAt: string | null;
}

const later = (left: string | null, right: string | null): string | null =>
  left === null || (right !== null && right > left) ? right : left;

export const markOf = (entries: readonly Entry[]): ConversationMark =>
  entries.reduce<ConversationMark>(
    (mark, { id, editedAt }) => ({
      messageId: Math.max(mark.messageId, id),
      editedAt: later(mark.editedAt, editedAt),
    }),
    { messageId: 0, editedAt: null },
  );

/**
 * What was said, done or changed since: whoever answers without having seen it may answer twice, or what is not asked any more. A
 * reminder of the same wait is no news.
 */
export const newsSince = <T extends Entry>(entries: readonly T[], seen: ConversationMark): T[] =>
  entries.filter(
    ({ id, kind, editedAt }) =>
      kind !== 'reminder' &&
      (id > seen.messageId || (editedAt !== null && later(seen.editedAt, editedAt) !== seen.editedAt)),
  );
