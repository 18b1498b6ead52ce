import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isGone, SendError } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { Channel, ChannelPorts } from '../../bot/channels/channel.ts';
import type { AttachmentKind, HandleResult, InboundMessage } from '../../bot/model.ts';
import type { Button } from '../../knowledge/message.ts';
import { forGroup, replyWith, say } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

/** What happens on the vendor's side. The same `id` is the same event, delivered again. */
export interface VendorEvent {
  id: number;
  /** Who acts, by number; each has a private chat of their own. */
  who: number;
  place: 'private' | 'group';
  text?: string;
  /** In a group, whether the bot is mentioned; true where it is left out. */
  addressed?: boolean;
  attachment?: AttachmentKind;
  /** ID of the event whose message this changes. */
  edits?: number;
  tap?: { data: string; messageId: string };
  /** What the message quotes. */
  quotes?: { text: string; fromBot: boolean };
}

/** What a chat shows now; an edited message shows its new text. */
export interface ShownInChat {
  id: string;
  text: string;
  buttons: { label: string; data: string | null; url: string | null }[];
}

type VendorFault = 'rateLimited' | 'gone' | 'serverError';

/** The other end of a channel: the vendor's side, with people. */
export interface Vendor {
  /** Starts a channel on this vendor; events go to the one that was opened last. */
  open(ports: ChannelPorts & { stores: Stores }): Promise<Channel>;
  /** Resolves once the vendor was told that the event is taken. */
  gives(event: VendorEvent): Promise<void>;
  chatId(who: number, place: 'private' | 'group'): string;
  userId(who: number): string;
  shown(who: number, place: 'private' | 'group'): Promise<ShownInChat[]>;
  /** What tapped buttons have shown. */
  toasts(): Promise<string[]>;
  /** The next message that is sent fails like this. */
  fails(fault: VendorFault): void;
  /** How often it was asked to send. */
  sends(): number;
  close(): Promise<void>;
}

export interface DoorUnderTest {
  name: string;
  can: Channel['capabilities'];
  /** A message that a user changes arrives as an event. */
  usersEdit: boolean;
  /** What a user quotes comes along. */
  usersQuote: boolean;
  /** There is a server that can fail. */
  vendorFails: boolean;
  vendor(): Promise<Vendor>;
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `第${i + 1}句：请核对出口额、国家与信用期，😀再提交。`);

/** What every channel promises; see `docs/new-channel.md`. A channel's own test file calls this and adds what is its own. */
export function describeChannel({ name, can, ...door }: DoorUnderTest): void {
  let temp: TempStores;
  let vendor: Vendor;
  let open: Channel[];
  /** Lets handlers go that hang as a killed process does. */
  let letGo: (() => void)[];
  let handled: InboundMessage[];
  let logged: string[];
  let respond: (message: InboundMessage) => HandleResult | Promise<HandleResult>;

  beforeEach(async () => {
    temp = await openTempStores();
    vendor = await door.vendor();
    open = [];
    letGo = [];
    handled = [];
    logged = [];
    respond = (message) => replyWith(forGroup(`收到：${message.text}`));
  });
  afterEach(async () => {
    for (const go of letGo) go();
    for (const channel of open) await channel.stop();
    await vendor.close();
    await temp.dispose();
  });

  async function opened(): Promise<Channel> {
    const at = (message: string): void => void logged.push(message);
    const channel = await vendor.open({
      engine: {
        handle: async (message) => {
          handled.push(message);
          return respond(message);
        },
      },
      stores: temp.stores,
      log: { debug: at, info: at, warn: at, error: at },
    });
    open.push(channel);
    return channel;
  }
  const done = async (): Promise<boolean> => (await temp.stores.inbound.unprocessed(name)).length === 0;
  const hanging = (): Promise<void> => new Promise((resolve) => letGo.push(resolve));
  const textsIn = async (who: number, place: 'private' | 'group' = 'private'): Promise<string[]> =>
    (await vendor.shown(who, place)).map(({ text }) => text);
  const inPrivate = (id: number, text: string, more: Partial<VendorEvent> = {}): VendorEvent => ({
    ...{ id, who: 5, place: 'private' as const, text },
    ...more,
  });

  describe(`${name}: what comes in`, () => {
    it('reaches the engine in the common form, and is answered where it was said', async () => {
      const channel = await opened();
      expect(channel.name).toBe(name);
      expect(channel.sender.channel).toBe(name);
      expect(channel.capabilities).toEqual(can);
      await vendor.gives(inPrivate(1, '赔付比例是多少'));
      await until(async () => (await textsIn(5)).length === 1);
      expect(await textsIn(5)).toEqual(['收到：赔付比例是多少']);
      expect(handled[0]).toMatchObject({
        channel: name,
        chat: { id: vendor.chatId(5, 'private'), kind: 'private' },
        ...{ text: '赔付比例是多少', command: null, callback: null, addressed: true },
      });
      await until(done);
    });

    it('keeps every character', async () => {
      await opened();
      const text = '<b>40%</b> & *星号* _下划线_ [方括号](x) `码` 😀 €';
      await vendor.gives(inPrivate(1, text));
      await until(async () => (await textsIn(5)).length === 1);
      expect(handled[0]?.text).toBe(text);
      expect(await textsIn(5)).toEqual([`收到：${text}`]);
    });

    it('is read as a command where it is one', async () => {
      await opened();
      await vendor.gives(inPrivate(1, '/start about-fees'));
      await until(() => handled.length === 1);
      expect(handled[0]?.command).toEqual({ name: 'start', args: 'about-fees' });
    });

    it('is handled once, however often it is delivered', async () => {
      await opened();
      await vendor.gives(inPrivate(1, '一'));
      await vendor.gives(inPrivate(1, '一'));
      await vendor.gives(inPrivate(2, '二'));
      await until(async () => (await textsIn(5)).length === 2);
      await until(done);
      expect(await textsIn(5)).toEqual(['收到：一', '收到：二']);
      expect(handled.map(({ text }) => text)).toEqual(['一', '二']);
    });

    it('is handled in order within a chat, while other chats go on', async () => {
      const gate = hanging();
      respond = async (message) => {
        if (message.text === '慢') await gate;
        return replyWith(say(message.text));
      };
      await opened();
      const slow = vendor.gives(inPrivate(1, '慢'));
      await until(() => handled.length === 1);
      const quick = vendor.gives(inPrivate(2, '快'));
      await vendor.gives(inPrivate(3, '别人', { who: 6 }));
      await until(async () => (await textsIn(6)).length === 1);
      expect(await textsIn(5)).toEqual([]);
      letGo[0]?.();
      await Promise.all([slow, quick]);
      await until(async () => (await textsIn(5)).length === 2);
      expect(await textsIn(5)).toEqual(['慢', '快']);
    });

    it('is answered after a crash between storing and replying', async () => {
      respond = async () => {
        await hanging();
        return { replies: [], toast: null };
      };
      await opened();
      void vendor.gives(inPrivate(1, '在吗'));
      await until(() => handled.length === 1);
      respond = (message) => replyWith(forGroup(`收到：${message.text}`));
      await opened();
      await until(async () => (await textsIn(5)).length === 1);
      expect(await textsIn(5)).toEqual(['收到：在吗']);
      await until(done);
    });

    it('gets an apology when the engine fails, and is done', async () => {
      respond = () => {
        throw new Error('broken');
      };
      await opened();
      await vendor.gives(inPrivate(1, '在吗'));
      await until(async () => (await textsIn(5)).length === 1);
      expect((await textsIn(5))[0]).toContain('抱歉');
      await until(done);
      expect(logged).toContain('door.engineFailed');
    });
  });

  if (can.attachments) {
    describe(`${name}: pictures and files`, () => {
      it.each(['photo', 'document', 'voice'] as const)('arrive as what they are: %s', async (attachment) => {
        await opened();
        await vendor.gives({ id: 1, who: 5, place: 'private', attachment });
        await until(() => handled.length === 1);
        expect(handled[0]).toMatchObject({ text: '', attachments: [attachment] });
        await vendor.gives({ id: 2, who: 5, place: 'private', attachment: 'photo', text: '这个怎么填' });
        await until(() => handled.length === 2);
        expect(handled[1]).toMatchObject({ text: '这个怎么填', attachments: ['photo'] });
      });
    });
  }

  if (door.usersEdit) {
    it(`${name}: an edited message is answered again in its place`, async () => {
      await opened();
      await vendor.gives(inPrivate(1, '费用'));
      await until(async () => (await textsIn(5)).length === 1);
      await vendor.gives(inPrivate(2, '赔付比例', { edits: 1 }));
      await until(async () => (await textsIn(5)).includes('收到：赔付比例'));
      expect(await textsIn(5)).toEqual(['收到：赔付比例']);
      expect(handled[1]).toMatchObject({ edited: true });
    });
  }

  if (door.usersQuote) {
    it(`${name}: a quoted message comes along`, async () => {
      await opened();
      const quoted = { text: '赔付比例是多少', fromBot: false };
      await vendor.gives(inPrivate(1, '这个呢', { quotes: quoted }));
      await until(() => handled.length === 1);
      expect(handled[0]?.quoted).toEqual(quoted);
    });
  }

  describe(`${name}: what goes out`, () => {
    it('loses nothing of a long text, in parts that the vendor takes', async () => {
      const channel = await opened();
      const sentences = numbered(700);
      const paragraphs = [sentences.slice(0, 400).join(''), sentences.slice(400).join('')];
      await channel.sender.send(vendor.chatId(5, 'private'), {
        ...{ paragraphs, citation: '来源：通知第3页' },
        buttons: [[{ kind: 'callback', label: '好', data: 'topic|fees' }]],
      });
      await until(async () => (await textsIn(5)).join('').includes('来源：通知第3页'));
      const parts = await vendor.shown(5, 'private');
      const all = parts.map(({ text }) => text).join('');
      expect(sentences.filter((sentence) => !all.includes(sentence))).toEqual([]);
      expect(all).not.toContain('\uFFFD');
      if (can.textLimit !== null) {
        const { most, unit } = can.textLimit;
        const length = (text: string): number => (unit === 'utf16' ? text.length : Buffer.byteLength(text));
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.every(({ text }) => length(text) <= most)).toBe(true);
      }
      if (can.buttons) expect(parts.at(-1)?.buttons).toHaveLength(1);
    });

    it('shows links that can be opened', async () => {
      const channel = await opened();
      const url = 'https://www.singlewindow.cn/';
      const buttons: Button[][] = [[{ kind: 'link', label: '打开单一窗口', url }]];
      await channel.sender.send(vendor.chatId(5, 'private'), { ...say('请看'), buttons });
      await until(async () => (await textsIn(5)).length === 1);
      const [shown] = await vendor.shown(5, 'private');
      const urls = shown?.buttons.map((button) => button.url) ?? [];
      expect(urls.includes(url) || shown?.text.includes(url) === true).toBe(true);
    });

    it('is refused without a guess for a chat that cannot be', async () => {
      const channel = await opened();
      await expect(channel.sender.send('no such chat', say('x'))).rejects.toBeInstanceOf(SendError);
    });
  });

  if (can.buttons) {
    describe(`${name}: buttons`, () => {
      const asked: Button[][] = [[{ kind: 'callback', label: '费用', data: 'topic|fees' }]];
      const offered = async (channel: Channel): Promise<{ data: string; messageId: string }> => {
        await channel.sender.send(vendor.chatId(5, 'private'), { ...say('选一个'), buttons: asked });
        await until(async () => (await vendor.shown(5, 'private')).length === 1);
        const [shown] = await vendor.shown(5, 'private');
        expect(shown?.buttons[0]?.label).toBe('费用');
        return { data: shown?.buttons[0]?.data ?? '', messageId: shown?.id ?? '' };
      };

      it('tell the engine what was tapped', async () => {
        const channel = await opened();
        const tap = await offered(channel);
        await vendor.gives({ id: 1, who: 5, place: 'private', tap });
        await until(() => handled.length === 1);
        expect(handled[0]).toMatchObject({ text: '', callback: { data: 'topic|fees' }, addressed: true });
        if (can.edits) expect(handled[0]?.callback?.messageId).toBe(tap.messageId);
      });

      it('change the message that they are under, or are answered by a new one', async () => {
        respond = () => ({ replies: [{ kind: 'edit', message: say('改好了') }], toast: null });
        const channel = await opened();
        const tap = await offered(channel);
        await vendor.gives({ id: 1, who: 5, place: 'private', tap });
        await until(async () => (await textsIn(5)).some((text) => text.includes('改好了')));
        if (can.edits) expect(await textsIn(5)).toEqual(['改好了']);
      });

      it('that mean nothing any more are answered, once for each tap', async () => {
        respond = () => ({ ...replyWith(say('这个按钮已经失效了')), toast: '这个按钮已经失效了' });
        const channel = await opened();
        const { messageId } = await offered(channel);
        const tap = { data: 'of|another|time', messageId };
        await vendor.gives({ id: 1, who: 5, place: 'private', tap });
        await vendor.gives({ id: 1, who: 5, place: 'private', tap });
        await until(done);
        await until(async () => (await textsIn(5)).includes('这个按钮已经失效了'));
        expect(handled).toHaveLength(1);
        if (can.toasts) expect(await vendor.toasts()).toEqual(['这个按钮已经失效了']);
      });
    });
  }

  if (can.groups) {
    describe(`${name}: groups`, () => {
      it('are answered in the group, and only when the bot is addressed', async () => {
        await opened();
        await vendor.gives({ id: 1, who: 5, place: 'group', text: '大家好', addressed: false });
        await vendor.gives({ id: 2, who: 5, place: 'group', text: '赔付比例是多少' });
        await until(async () => (await textsIn(5, 'group')).length === 1);
        expect(await textsIn(5, 'group')).toEqual(['收到：赔付比例是多少']);
        expect(handled).toHaveLength(1);
        expect(handled[0]?.chat).toMatchObject({ id: vendor.chatId(5, 'group'), kind: 'group' });
        expect(await textsIn(5)).toEqual([]);
      });

      it('hear nothing of a firm, neither as a reply nor as a message of our own', async () => {
        const secret = say('虚构锦程公司：待企业确认');
        respond = () => replyWith(secret);
        const channel = await opened();
        await vendor.gives({ id: 1, who: 5, place: 'group', text: '我们到哪一步了' });
        await until(async () => (await textsIn(5, 'group')).length === 1);
        await expect(channel.sender.send(vendor.chatId(5, 'group'), secret)).rejects.toMatchObject({
          fate: 'notSent',
        });
        expect((await textsIn(5, 'group')).join()).not.toContain('虚构锦程');
        expect(logged).toContain('door.groupReplyRefused');
      });

      it('have a link to the private chat, or say that there is none', async () => {
        const channel = await opened();
        const links = [channel.links.privateChat(), channel.links.start('7KQ2M9XD4R')];
        for (const link of links) expect(link === null || URL.canParse(link)).toBe(true);
      });
    });
  }

  if (door.vendorFails) {
    describe(`${name}: when the vendor fails`, () => {
      it.each([
        ['rateLimited', { fate: 'notSent', code: 'rateLimited' }],
        ['gone', { fate: 'notSent' }],
        ['serverError', { fate: 'ambiguous', code: 'server' }],
      ] as const)('it is known what became of a message: %s', async (fault, known) => {
        const channel = await opened();
        const before = vendor.sends();
        vendor.fails(fault);
        const sent = channel.sender.send(vendor.chatId(5, 'private'), say('提醒'));
        const error: unknown = await sent.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject(known);
        expect(error instanceof SendError && isGone(error.code)).toBe(fault === 'gone');
        // Not repeated by itself: that would be a duplicate where the first one arrived.
        expect(vendor.sends() - before).toBe(1);
      });

      it('a reply waits for a short limit', async () => {
        await opened();
        vendor.fails('rateLimited');
        await vendor.gives(inPrivate(1, '在吗'));
        await until(async () => (await textsIn(5)).length === 1);
        await until(done);
      });

      it('who cannot be reached any more is marked', async () => {
        await opened();
        const { identities } = temp.stores;
        const { id } = await identities.upsertIdentity({ channel: name, externalUserId: vendor.userId(5) });
        vendor.fails('gone');
        await vendor.gives(inPrivate(1, '在吗'));
        await until(async () => (await identities.findIdentity(id))?.blocked);
        await until(done);
      });
    });
  }

  it(`${name}: after it was stopped it is not ready`, async () => {
    const channel = await opened();
    expect(channel.status().ok).toBe(true);
    await channel.stop();
    expect(channel.status().ok).toBe(false);
  });
}
