import { beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { SendOptions } from '../../activities/ports/services.ts';
import { createConversing } from '../../bot/channels/converse.ts';
import type { Converse } from '../../bot/channels/converse.ts';
import type { HandleResult, InboundMessage } from '../../bot/model.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import { forGroup, replyWith, say } from '../support/scripted-engine.ts';

interface Shown {
  did: 'send' | 'edit';
  chatId: string;
  messageId: string;
  text: string;
  how: SendOptions | undefined;
}

let shown: Shown[];
let failures: SendError[];
let logged: string[];
let blocked: string[];
let respond: (message: InboundMessage) => HandleResult;
beforeEach(() => {
  shown = [];
  failures = [];
  logged = [];
  blocked = [];
  respond = (m) => replyWith(forGroup(`收到：${m.text}`));
});

function conversing({ keyedSends = false } = {}): Converse {
  const at = (message: string): void => void logged.push(message);
  const textOf = ({ paragraphs }: OutboundMessage): string => paragraphs.join('\n');
  const failing = (): void => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  };
  return createConversing({
    engine: { handle: async (message) => respond(message) },
    sender: {
      channel: 'door',
      async send(chatId, message, how) {
        failing();
        const messageId = `m${shown.length + 1}`;
        shown.push({ did: 'send', chatId, messageId, text: textOf(message), how });
        return { messageId };
      },
      async edit(chatId, messageId, message, how) {
        failing();
        shown.push({ did: 'edit', chatId, messageId, text: textOf(message), how });
      },
    },
    identities: {
      known: async ({ externalUserId }) =>
        externalUserId === 'erased' ? null : ({ id: externalUserId } as never),
      markBlocked: async (id) => void blocked.push(id),
    },
    log: { debug: at, info: at, warn: at, error: at },
    signal: new AbortController().signal,
    keyedSends,
  });
}

const message = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  channel: 'door',
  externalId: `e-${text}`,
  messageId: `in-${text}`,
  chat: { id: 'chat', kind: 'private' },
  sender: { externalUserId: 'user', locale: 'zh-CN' },
  text,
  command: null,
  callback: null,
  addressed: true,
  ...more,
});
const inGroup = { chat: { id: 'g', kind: 'group' as const } };
const acts = (): string[] => shown.map(({ did, messageId, text }) => `${did} ${messageId} ${text}`);
const failed = (fate: SendError['fate'], code: SendError['code'], retryAfterMs?: number): SendError =>
  new SendError({ fate, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

describe('a conversation on any channel', () => {
  it('says once that there is no answer yet, under a key of its own, and gives the answer when it is there', async () => {
    const converse = conversing({ keyedSends: true });
    respond = () => ({ ...replyWith(say('还没有回音')), unsettled: true });
    await expect(converse(message('报告'))).rejects.toThrow('not settled');
    await expect(converse(message('报告'))).rejects.toThrow('not settled');
    expect(acts()).toEqual(['send m1 还没有回音']);
    respond = () => ({ ...replyWith(say('连不上')), unreached: true });
    await expect(converse(message('报告'))).rejects.toThrow('not settled');
    respond = () => {
      throw new Error('the database is away');
    };
    await expect(converse(message('报告'))).rejects.toThrow('not settled');
    expect(acts()).toEqual(['send m1 还没有回音']);
    respond = () => replyWith(say('记下了'));
    await converse(message('报告'));
    expect(acts()).toEqual(['send m1 还没有回音', 'send m2 记下了']);
    expect(shown[0]?.how?.key).not.toBe(shown[1]?.how?.key);
  });

  it('sends each reply with a key of its own, in a group as an answer to its question', async () => {
    respond = () => ({
      replies: [
        { kind: 'reply', message: forGroup('一') },
        { kind: 'reply', message: forGroup('二') },
      ],
      toast: null,
    });
    await conversing()(message('问', inGroup));
    expect(shown.map(({ how }) => how)).toEqual([
      { key: 'e-问/0', replyTo: 'in-问' },
      { key: 'e-问/1', replyTo: 'in-问' },
    ]);
  });

  it('answers an edited message again in the place of the first answer', async () => {
    const converse = conversing();
    await converse(message('费用', { messageId: '7' }));
    await converse(message('赔付比例', { messageId: '7', edited: true }));
    expect(acts()).toEqual(['send m1 收到：费用', 'edit m1 收到：赔付比例']);
  });

  it('points to the changed answer where an edited message has fewer, and adds what is more', async () => {
    const converse = conversing();
    const replies = (...texts: string[]): HandleResult => ({
      replies: texts.map((text) => ({ kind: 'reply', message: say(text) })),
      toast: null,
    });
    respond = () => replies('一', '二');
    await converse(message('问', { messageId: '7' }));
    respond = () => replies('只一个');
    await converse(message('改', { messageId: '7', edited: true }));
    expect(acts().slice(2)).toEqual(['edit m1 只一个', 'edit m2 （问题改过了，请看上面改过的回答。）']);
    respond = () => replies('一', '二', '三');
    await converse(message('又改', { messageId: '7', edited: true }));
    expect(acts().slice(4)).toEqual(['edit m1 一', 'send m6 二', 'send m7 三']);
  });

  it('leaves the earlier answer of an edited message where there is no other one', async () => {
    const converse = conversing();
    await converse(message('转人工', { messageId: '7' }));
    respond = () => ({ replies: [], toast: null });
    await converse(message('转人工，限额', { messageId: '7', edited: true }));
    expect(acts()).toEqual(['send m1 收到：转人工']);
    respond = () => replyWith(say('好'));
    await converse(message('限额', { messageId: '7', edited: true }));
    expect(acts()).toEqual(['send m1 收到：转人工', 'edit m1 好']);
  });

  it('answers an edited message anew when the earlier answer is not known, or can be edited no more', async () => {
    const converse = conversing();
    await converse(message('费用', { messageId: '7', edited: true }));
    failures.push(failed('notSent', 'badRequest'));
    await converse(message('比例', { messageId: '7', edited: true }));
    expect(acts()).toEqual(['send m1 收到：费用', 'send m2 收到：比例']);
  });

  it('waits out a short limit, and gives up on a long one', async () => {
    failures.push(failed('notSent', 'rateLimited', 0));
    await conversing()(message('一'));
    expect(acts()).toEqual(['send m1 收到：一']);
    failures.push(failed('notSent', 'rateLimited', 3_600_000));
    await conversing()(message('二'));
    expect(shown).toHaveLength(1);
    expect(logged).toContain('door.replyNotDelivered');
  });

  it('marks who blocked the bot, in private only', async () => {
    failures.push(failed('notSent', 'blocked'));
    await conversing()(message('一'));
    failures.push(failed('notSent', 'blocked'));
    await conversing()(message('二', inGroup));
    failures.push(failed('notSent', 'blocked'));
    await conversing()(message('三', { sender: { externalUserId: 'erased', locale: 'zh-CN' } }));
    expect(blocked).toEqual(['user']);
  });

  it('does not repeat what may have arrived, unless the channel knows it by its key', async () => {
    failures.push(failed('ambiguous', 'server'));
    await conversing()(message('一'));
    expect(shown).toEqual([]);
    failures.push(failed('ambiguous', 'server'));
    await expect(conversing({ keyedSends: true })(message('二'))).rejects.toBeInstanceOf(SendError);
  });

  it('apologises when the engine fails, to who spoke to it', async () => {
    respond = () => {
      throw new Error('broken');
    };
    await conversing()(message('一'));
    await conversing()(message('二', { ...inGroup, addressed: false }));
    expect(acts()).toEqual([expect.stringContaining('抱歉')]);
  });

  it('lets a reply act once it is in the chat, and goes on when that fails', async () => {
    const done: string[] = [];
    respond = () => ({
      replies: [
        {
          kind: 'reply',
          message: say('正在提醒'),
          onSent: async (id) => {
            done.push(id);
            throw new Error('no engine');
          },
        },
        { kind: 'reply', message: say('还有') },
      ],
      toast: null,
    });
    await conversing()(message('提醒'));
    expect(done).toEqual(['m1']);
    expect(acts()).toEqual(['send m1 正在提醒', 'send m2 还有']);
    expect(logged).toContain('door.onSentFailed');
  });
});

describe('whatever the engine says in a group', () => {
  it.each([
    ['a message of its own making', replyWith(say('虚构锦程公司：待企业确认'))],
    [
      'a changed copy of one for everybody',
      replyWith(Object.assign({}, forGroup('费用'), { citation: '虚构锦程公司' })),
    ],
    [
      'a message that acts',
      {
        replies: [{ kind: 'reply' as const, message: forGroup('好'), onSent: async () => null }],
        toast: null,
      },
    ],
  ])('%s does not get there', async (_what, result) => {
    respond = () => result;
    await conversing()(message('我们到哪一步了', inGroup));
    expect(acts()).toEqual([expect.stringContaining('抱歉')]);
    expect(JSON.stringify(shown)).not.toContain('虚构锦程');
    expect(logged).toContain('door.groupReplyRefused');
  });

  it('a toast is one of the fixed ones or none', async () => {
    respond = () => ({ replies: [], toast: '虚构锦程公司：已通过' });
    const { toast } = await conversing()(
      message('', { ...inGroup, callback: { data: 'x', messageId: '1' } }),
    );
    expect(toast).toBeNull();
  });
});
