import { capabilities } from '../../bot/channels/botpress/capabilities.ts';
import { messageCreated, startBotpressBot, telegramChat, webchat } from '../support/botpress-bot.ts';
import type { Said } from '../support/botpress-bot.ts';
import { describeChannel } from './contract.ts';
import type { Vendor, VendorEvent } from './contract.ts';

const group = telegramChat('conv-group', -1001);
const conversationOf = (who: number, place: 'private' | 'group'): Said['conversation'] =>
  place === 'group' ? group : webchat(`conv-${who}`);
const statuses = { rateLimited: 429, gone: 404, serverError: 502 };

const files: Record<string, { type: string; payload: Record<string, unknown> }> = {
  photo: { type: 'image', payload: { imageUrl: 'https://files.example/1' } },
  document: { type: 'file', payload: { fileUrl: 'https://files.example/2' } },
  voice: { type: 'audio', payload: { audioUrl: 'https://files.example/3' } },
};

/** What was typed, tapped or sent; a picture with words under it comes as a block of both. */
function contentOf({ text = '', tap, attachment, place, addressed = true }: VendorEvent) {
  if (tap !== undefined) return { payload: { text: tap.data } };
  const said = { payload: { text: place === 'group' && addressed ? `@tongbao ${text}` : text } };
  const file = attachment === undefined ? undefined : files[attachment];
  if (file === undefined) return said;
  return text === '' ? file : { type: 'bloc', payload: { items: [file, { type: 'text', ...said }] } };
}

async function botpressVendor(): Promise<Vendor> {
  const bot = await startBotpressBot();
  return {
    open: (ports) => bot.open(ports),
    async gives(event) {
      const { id, who, place } = event;
      const said = { messageId: `in-${id}`, conversation: conversationOf(who, place), userId: `user-${who}` };
      const body = messageCreated({ ...said, ...contentOf(event) });
      const { status } = await bot.call('event_received', 'message_created', body);
      if (status !== 200) throw new Error(`refused: ${status}`);
    },
    chatId: (who, place) => (place === 'group' ? `group:${group.id}` : `conv-${who}`),
    userId: (who) => `user-${who}`,
    shown: async (who, place) =>
      bot.botpress
        .messagesIn(conversationOf(who, place).id)
        .map(({ id, payload: { text = '', options = [] } }) => ({
          ...{ id, text },
          buttons: options.map(({ label, value }) => ({ label, data: value, url: null })),
        })),
    toasts: async () => [],
    fails: (fault) => bot.botpress.fail('/v1/chat/messages', statuses[fault]),
    sends: () => bot.botpress.calls.filter(({ path }) => path === '/v1/chat/messages').length,
    close: () => bot.close(),
  };
}

describeChannel({
  name: 'botpress',
  can: capabilities,
  usersEdit: false,
  usersQuote: false,
  vendorFails: true,
  vendor: botpressVendor,
});
