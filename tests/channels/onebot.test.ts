import { capabilities } from '../../bot/channels/onebot/capabilities.ts';
import { at, groupId, messageFrom, reply, startOneBotBot, text } from '../support/onebot-bot.ts';
import { textIn } from '../support/onebot-double.ts';
import { describeChannel } from './contract.ts';
import type { Vendor, VendorEvent } from './contract.ts';

const faults = {
  rateLimited: { retcode: 1200, message: '发送过于频繁' },
  gone: { retcode: 1200, message: '对方不是你的好友' },
  serverError: { retcode: 1200, message: '消息发送失败' },
};
const files: Record<string, object> = {
  photo: { type: 'image', data: { file: '1.jpg', url: 'https://files.example/1' } },
  document: { type: 'file', data: { file: '合同.pdf', file_id: '/1' } },
  voice: { type: 'record', data: { file: '1.amr' } },
};
const otherPerson = 9;
const quotedId = 3;

function messageOf({ place, attachment, text: said = '', addressed = true, quotes }: VendorEvent): object[] {
  return [
    ...(quotes === undefined ? [] : [reply(quotedId)]),
    ...(place === 'group' && addressed ? [at(10_001)] : []),
    ...(attachment === undefined ? [] : [files[attachment] ?? {}]),
    ...(said === '' ? [] : [text(said)]),
  ];
}

async function onebotVendor(): Promise<Vendor> {
  const bot = await startOneBotBot();
  const { qq } = bot;
  const chatOf = (who: number, place: 'private' | 'group'): string =>
    place === 'group' ? `group:${groupId}` : `private:${who}`;
  return {
    open: (ports) => bot.open(ports),
    async gives(event) {
      const { id, who, place, quotes } = event;
      if (quotes !== undefined) {
        const sender = { user_id: quotes.fromBot ? qq.selfId : otherPerson };
        qq.knows(quotedId, { message: [text(quotes.text)], sender });
      }
      await qq.push(messageFrom(who, place, 1_000 + id, messageOf(event)));
    },
    chatId: chatOf,
    userId: String,
    shown: async (who, place) =>
      qq.sent
        .filter(({ chat }) => chat === chatOf(who, place))
        .map(({ id, message }) => ({ id: String(id), text: textIn(message), buttons: [] })),
    toasts: async () => [],
    fails: (fault) => qq.fail('send_private_msg', faults[fault]),
    sends: () => qq.of('send_private_msg').length + qq.of('send_group_msg').length,
    close: () => bot.close(),
  };
}

describeChannel({
  name: 'onebot',
  can: capabilities,
  usersEdit: false,
  usersQuote: true,
  vendorFails: true,
  vendor: onebotVendor,
});
