/** Updates as Telegram makes them, with only what matters. */

export const me = { id: 4242, is_bot: true, first_name: '统保', username: 'tongbao_bot' };
export const user = (id: number, more: object = {}): { id: number } => ({
  id,
  ...{ is_bot: false, first_name: '王', language_code: 'zh-hans' },
  ...more,
});
export const privateChat = (id: number): object => ({ id, type: 'private', first_name: '王' });
export const group = { id: -1001, type: 'supergroup', title: '淮安出口企业' };

let nextMessage = 500;

export const privateText = (from: number, text: string, more: object = {}): Record<string, unknown> => ({
  message: { message_id: nextMessage++, date: 0, from: user(from), chat: privateChat(from), text, ...more },
});

export const groupText = (from: number, text: string, more: object = {}): Record<string, unknown> => ({
  message: { message_id: nextMessage++, date: 0, from: user(from), chat: group, text, ...more },
});

/** A text that mentions `name`, with the entity at its place. */
export const mentioning = (name: string, text: string): { text: string; entities: object[] } => ({
  text,
  entities: [{ type: 'mention', offset: text.indexOf(name), length: name.length }],
});

export const privateTap = (from: number, data: string, messageId = 7): Record<string, unknown> => ({
  callback_query: {
    id: `cb-${nextMessage++}`,
    from: user(from),
    chat_instance: '1',
    data,
    message: { message_id: messageId, date: 1, chat: privateChat(from), from: me, text: '…' },
  },
});
