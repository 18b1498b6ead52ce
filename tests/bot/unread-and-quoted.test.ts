import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentKinds } from '../../bot/model.ts';
import type { AttachmentKind } from '../../bot/model.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let asker: Person;
beforeAll(async () => {
  office = await openEngineOffice();
  asker = office.person('小王');
});
afterAll(() => office.dispose());

const { doors } = textsFor('zh-CN');

describe('what is not text', () => {
  it.each(attachmentKinds)('is said not to be read, in both languages: %s', async (kind) => {
    const attachments: AttachmentKind[] = [kind];
    expect((await asker.says('', { attachments })).text).toBe(doors.unreadable[kind]);
    const english = office.person(`Ann ${kind}`, { locale: 'en' });
    expect((await english.says('', { attachments })).text).toBe(textsFor('en').doors.unreadable[kind]);
    expect((await asker.saysInGroup('', { attachments })).text).toContain(doors.unreadable[kind]);
  });

  it('beside a question is left out, and that is said under the answer', async () => {
    const attachments: AttachmentKind[] = ['photo'];
    for (const place of ['says', 'saysInGroup'] as const) {
      const { text } = await asker[place]('赔付比例是多少', { attachments });
      expect(text).toContain('80%');
      expect(text).toContain(doors.textOnlyRead);
    }
  });

  it('needs no word where it is a sticker beside a text', async () => {
    const { text } = await asker.says('赔付比例是多少', { attachments: ['sticker'] });
    expect(text).not.toContain(doors.textOnlyRead);
  });

  it('does not end a running check', async () => {
    const other = office.person('小钱');
    await other.says('/eligible');
    await other.says('', { attachments: ['photo'] });
    expect((await other.says('45万美元')).text).toContain('江苏');
  });
});

describe('a message that points at another one', () => {
  const quoted = { text: '赔付比例是多少', fromBot: false };

  it.each(['', '这个怎么办', '求解答', '请回答一下', '？', 'this one please'])(
    'asks what that one says: "%s"',
    async (text) => {
      expect((await asker.saysInGroup(text, { quoted })).text).toContain('80%');
      expect((await asker.says(text, { quoted })).text).toContain('80%');
    },
  );

  it('asks with /ask too', async () => {
    expect((await asker.saysInGroup('/ask', { quoted })).text).toContain('80%');
  });

  it.each(['信用期最长多少天', '谢谢', '/help'])(
    'but not when it says something itself: %s',
    async (text) => {
      expect((await asker.saysInGroup(text, { quoted })).text).not.toContain('80%');
    },
  );

  it('does not ask what the bot has said', async () => {
    const shown = await asker.saysInGroup('', { quoted: { ...quoted, fromBot: true } });
    expect(shown.text).toContain('@我');
  });
});

it('a chat that takes answers only is no way to send a reminder', async () => {
  const { identities } = office.stores;
  const chatOf = async (more: object): Promise<string | null> => {
    const person = office.person(`小孙${Object.keys(more).length}`);
    await person.says('你好', { chat: { id: 'c-1', kind: 'private', ...more } });
    return (await identities.findIdentity(await person.identityId()))?.privateChatId ?? null;
  };
  expect(await chatOf({})).toBe('c-1');
  expect(await chatOf({ answersOnly: true })).toBeNull();
});
