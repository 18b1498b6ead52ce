import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { MessageSender } from '../../activities/ports/services.ts';
import { createWecomSender } from '../../bot/channels/wecom/sender.ts';
import { groupWords } from '../../bot/engine/group-message.ts';
import type { Button, OutboundMessage } from '../../knowledge/message.ts';
import { startWecomDouble } from '../support/wecom-double.ts';
import type { WecomDouble } from '../support/wecom-double.ts';

const key = '693a91f6-7000-4bc4-97a0-0ec2a1fa5aaa';
let wecom: WecomDouble;
let sender: MessageSender;
let now: number;
beforeEach(async () => {
  wecom = await startWecomDouble([key]);
  now = 1_700_000_000_000;
  const robots = [
    { name: '淮安一群', key },
    { name: '已删的群', key: 'gone-gone-gone-gone-gone' },
  ];
  sender = createWecomSender({ robots, apiRoot: wecom.apiRoot }, { now: () => new Date(now) });
});
afterEach(() => wecom.close());

function forGroup(text: string, buttons: Button[][] = []): OutboundMessage {
  const message = groupWords([text], [], buttons);
  if (message === null) throw new Error('names a firm');
  return message;
}

async function fateOf(group: string, message: OutboundMessage): Promise<unknown> {
  try {
    await sender.send(group, message);
    return 'sent';
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    // The robot's key is a secret, and part of the address.
    expect(JSON.stringify([String(error), String(error.cause), error.stack])).not.toContain(key);
    const { fate, code, retryAfterMs } = error;
    return { fate, code, retryAfterMs };
  }
}

const notSent = (code: string, retryAfterMs: number | null = null) => ({
  fate: 'notSent',
  code,
  retryAfterMs,
});
const ambiguous = (code: string) => ({ fate: 'ambiguous', code, retryAfterMs: null });

describe('a group of WeCom', () => {
  it('gets a text as it was written, with its links, and no Markdown', async () => {
    const text = '<@all> [点这里](https://evil.example) **明天** & "九点"';
    const link: Button = { kind: 'link', label: '私聊', url: 'https://t.me/tongbao_bot' };
    const tap: Button = { kind: 'callback', label: '赔付比例', data: 'topic|payout-ratio' };
    expect(await fateOf('淮安一群', forGroup(text, [[link, tap]]))).toBe('sent');
    expect(wecom.posted).toEqual([{ key, text: `${text}\n\n私聊：https://t.me/tongbao_bot` }]);
  });

  it('gets a long text in parts of 2,048 bytes at most, with every character', async () => {
    const text = `${'统保讲解会。'.repeat(200)}\n\n${'😀'.repeat(600)}`;
    expect(await fateOf('淮安一群', forGroup(text))).toBe('sent');
    expect(wecom.posted.length).toBeGreaterThan(1);
    for (const part of wecom.posted) expect(Buffer.byteLength(part.text)).toBeLessThanOrEqual(2_048);
    expect(
      wecom.posted
        .map((part) => part.text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''));
  });

  it.each(['虚构锦程公司：请尽快确认投保。', '明天上午九点讲解。'])(
    'gets nothing that was not made for a group: %s',
    async (text) => {
      const secret = { paragraphs: [text], buttons: [], citation: null };
      expect(await fateOf('淮安一群', secret)).toEqual(notSent('badRequest'));
      await expect(sender.edit('淮安一群', '1', secret)).rejects.toMatchObject({ code: 'badRequest' });
      expect(wecom.posted).toEqual([]);
    },
  );

  it.each([
    [{ errcode: 45009 }, notSent('rateLimited', 60_000)],
    [{ errcode: 93000 }, notSent('chatNotFound')],
    [{ errcode: 40058 }, notSent('badRequest')],
    [{ errcode: -1 }, ambiguous('server')],
    [{ status: 429, body: '' }, notSent('rateLimited', 60_000)],
    [{ status: 403, body: 'no' }, notSent('badRequest')],
    [{ status: 500, body: '' }, ambiguous('server')],
    [{ status: 200, body: '<html>sign in</html>' }, ambiguous('server')],
    [{ status: 302, body: '' }, ambiguous('server')],
    ['cut' as const, ambiguous('network')],
  ])('%j', async (fault, expected) => {
    wecom.faults.push(fault);
    expect(await fateOf('淮安一群', forGroup('明天上午九点讲解。'))).toEqual(expected);
  });

  it('whose robot is gone, or that nobody set up, is not found', async () => {
    expect(await fateOf('已删的群', forGroup('明天上午九点讲解。'))).toEqual(notSent('chatNotFound'));
    expect(await fateOf('别的群', forGroup('明天上午九点讲解。'))).toEqual(notSent('chatNotFound'));
  });

  it('is unknown after a fault in the second part, and not sent when nobody listens', async () => {
    wecom.faults.push({ errcode: 0 }, { errcode: 45009 });
    expect(await fateOf('淮安一群', forGroup('统保讲解会。'.repeat(200)))).toEqual(ambiguous('rateLimited'));
    const closed = await startWecomDouble([key]);
    await closed.close();
    sender = createWecomSender(
      { robots: [{ name: '淮安一群', key }], apiRoot: closed.apiRoot },
      { now: () => new Date(now) },
    );
    expect(await fateOf('淮安一群', forGroup('明天上午九点讲解。'))).toEqual(notSent('network'));
  });

  it('gets twenty messages a minute at most; the next waits as long as it must', async () => {
    for (let i = 0; i < 20; i += 1) {
      expect(await fateOf('淮安一群', forGroup(`第${i}条`))).toBe('sent');
      now += 1_000;
    }
    expect(await fateOf('淮安一群', forGroup('再来一条'))).toEqual(notSent('rateLimited', 40_000));
    expect(wecom.posted).toHaveLength(20);
    now += 40_000;
    expect(await fateOf('淮安一群', forGroup('再来一条'))).toBe('sent');
  });
});
