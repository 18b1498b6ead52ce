import { capabilities } from '../../bot/channels/web/capabilities.ts';
import type { ChatItem, Visitor } from '../../bot/channels/web/contract.ts';
import { createWebChannel } from '../../bot/channels/web/create-web-channel.ts';
import type { WebChannel } from '../../bot/channels/web/create-web-channel.ts';
import { newVisitorToken, visitorIdOf } from '../../bot/channels/web/visitor-token.ts';
import { describeChannel } from './contract.ts';
import type { ShownInChat, Vendor } from './contract.ts';

/** The page is our own: its vendor is the browser, which posts and reads the conversation. */
async function webVendor(): Promise<Vendor> {
  const tokens = new Map<number, string>();
  const toasts: string[] = [];
  let channel: WebChannel;
  const tokenOf = (who: number): string => {
    const token = tokens.get(who) ?? newVisitorToken();
    tokens.set(who, token);
    return token;
  };
  const visitorOf = async (who: number): Promise<Visitor> => {
    const entered = await channel.webChat.enter({ token: tokenOf(who), address: '::1', locale: 'zh-CN' });
    if (entered.outcome === 'tooMany') throw new Error('not let in');
    return entered.visitor;
  };
  return {
    async open(ports) {
      channel = createWebChannel({
        ...ports,
        trial: null,
        clock: { now: () => new Date() },
        limits: { answerWithinMs: 2_000 },
      });
      await channel.start();
      return channel;
    },
    async gives({ id, who, text = '', tap }) {
      const content =
        tap === undefined
          ? { type: 'text' as const, text }
          : { type: 'tap' as const, data: tap.data, messageId: Number(tap.messageId) };
      const visitor = await visitorOf(who);
      const message = { clientId: `c-${id}`, content };
      const posted = await channel.webChat.post(visitor, message, { address: '::1' });
      if (posted.outcome === 'refused' || posted.outcome === 'tooMany') throw new Error(posted.code);
      if (posted.toast !== null) toasts.push(posted.toast);
    },
    chatId: (who) => visitorIdOf(tokenOf(who)),
    userId: (who) => visitorIdOf(tokenOf(who)),
    async shown(who) {
      const { items } = await channel.webChat.history(await visitorOf(who), 0);
      return shownBy(items);
    },
    toasts: async () => toasts,
    fails: () => {
      throw new Error('there is no vendor');
    },
    sends: () => 0,
    close: async () => undefined,
  };
}

function shownBy(items: ChatItem[]): ShownInChat[] {
  const shown = new Map<number, ShownInChat>();
  for (const item of items) {
    if (item.from !== 'bot') continue;
    const { message, replaces } = item;
    const place = replaces ?? item.id;
    shown.set(place, {
      id: String(place),
      text: [...message.paragraphs, ...(message.citation === null ? [] : [message.citation])].join('\n'),
      buttons: message.buttons.flat().map((button) => ({
        label: button.label,
        data: button.kind === 'callback' ? button.data : null,
        url: button.kind === 'link' ? button.url : null,
      })),
    });
  }
  return [...shown.values()];
}

describeChannel({
  name: 'web',
  can: capabilities,
  usersEdit: false,
  usersQuote: false,
  vendorFails: false,
  vendor: webVendor,
});
