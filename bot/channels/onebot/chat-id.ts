/** Of a temporary session whose group is not told. */
export const noGroup = '0';

/** Where a chat leads. A temporary session is with somebody met in a group who is no friend. */
export type OneBotChat =
  | { kind: 'private'; userId: string }
  | { kind: 'temporary'; userId: string; groupId: string }
  | { kind: 'group'; groupId: string };

export function encodeChatId(chat: OneBotChat): string {
  switch (chat.kind) {
    case 'private':
      return `private:${chat.userId}`;
    case 'temporary':
      return `temporary:${chat.groupId}:${chat.userId}`;
    case 'group':
      return `group:${chat.groupId}`;
  }
}

/** Null for what is no chat ID of this channel. */
export function decodeChatId(encoded: string): OneBotChat | null {
  const [, kind, first = '', second] =
    /^(private|group|temporary):(\d{1,15})(?::(\d{1,15}))?$/.exec(encoded) ?? [];
  if (kind === 'temporary') {
    return second === undefined ? null : { kind, groupId: first, userId: second };
  }
  if (second !== undefined) return null;
  if (kind === 'private') return { kind, userId: first };
  return kind === 'group' ? { kind, groupId: first } : null;
}

/** Anything that is not surely with one person. */
export const isGroupChat = (encoded: string): boolean => {
  const kind = decodeChatId(encoded)?.kind;
  return kind !== 'private' && kind !== 'temporary';
};
