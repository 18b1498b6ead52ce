import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { buildMail } from '../../bot/channels/mail/build.ts';
import { renderMail } from '../../bot/channels/mail/render.ts';
import type { MailPlace } from '../../bot/channels/mail/render.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';

const from = { name: '统保办公室', address: 'office@example.cn' };
const place: MailPlace = {
  locale: 'zh-CN',
  about: 'reminder',
  chatUrl: null,
  stopUrl: 'https://tongbao.example.cn/mail/stop/tok',
};
const reminder: OutboundMessage = {
  paragraphs: ['虚构锦程公司：还没有确认投保。\n下一步：企业实名认证。', '<b>&"不收费"</b>'],
  buttons: [
    [
      { label: '报告进度', kind: 'callback', data: 'steps|x' },
      { label: '暂缓三天', kind: 'callback', data: 'snooze|x' },
    ],
    [{ label: '单一窗口', kind: 'link', url: 'https://www.singlewindow.cn/?a=1&b=2' }],
    [{ label: '坏链接', kind: 'link', url: 'javascript:alert(1)' }],
  ],
  citation: '来源：通知；日期：未注明',
};

const built = async (message: OutboundMessage, given: Partial<MailPlace> = {}, key?: string) => {
  const at = { ...place, ...given };
  const { content, messageId } = await buildMail(
    { from, replyTo: 'ask@example.cn' },
    {
      ...renderMail(message, at),
      ...{ to: 'wang@example.com', stopUrl: at.stopUrl },
      ...(key === undefined ? {} : { key }),
    },
  );
  return { raw: content.toString('latin1'), read: await PostalMime.parse(content), messageId };
};

const headersOf = (raw: string): string[] =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n');

describe('a mail', () => {
  it('says the same as text and as HTML, in the language of its reader', async () => {
    const { read } = await built(reminder);
    expect(read).toMatchObject({
      subject: '统保平台：投保提醒',
      from: { name: '统保办公室', address: 'office@example.cn' },
      to: [{ address: 'wang@example.com' }],
      replyTo: [{ address: 'ask@example.cn' }],
    });
    expect(read.text).toContain('虚构锦程公司：还没有确认投保。\n下一步：企业实名认证。');
    expect(read.text).toContain('单一窗口\nhttps://www.singlewindow.cn/?a=1&b=2');
    expect(read.text).toContain('「报告进度」「暂缓三天」');
    expect(read.text).toContain('来源：通知；日期：未注明');
    expect(read.html).toContain('<html lang="zh-CN">');
    expect(read.html).toContain('还没有确认投保。<br>下一步');
    expect(read.html).toContain('<a href="https://www.singlewindow.cn/?a=1&#38;b=2">单一窗口</a>');
    const english = await built(reminder, { locale: 'en', about: 'statusNotice' });
    expect(english.read.subject).toBe('tongbao: the status of your enrollment has changed');
    expect(english.read.html).toContain('<html lang="en">');
  });

  it('lets nothing that a message says become HTML, and offers no link but to the web', async () => {
    const { read } = await built(reminder);
    expect(read.html).not.toContain('<b>');
    expect(read.html).toContain('&#60;b&#62;&#38;&#34;不收费');
    expect(`${read.html}${read.text}`).not.toContain('javascript:');
  });

  it('names no firm in its subject, whatever it is about', async () => {
    const kinds = ['reminder', 'statusNotice', 'announcement', 'contactLinked', undefined] as const;
    for (const about of kinds) expect((await built(reminder, { about })).read.subject).not.toContain('锦程');
  });

  it('opens the chat where there is an address for it', async () => {
    const { read } = await built(reminder, { chatUrl: 'https://t.me/tongbao_bot' });
    expect(read.html).toContain('<a href="https://t.me/tongbao_bot">打开聊天');
  });

  it('can be stopped with one tap of the mail program, and asks for no automatic replies', async () => {
    const headers = headersOf((await built(reminder)).raw);
    expect(headers).toContain('List-Unsubscribe: <https://tongbao.example.cn/mail/stop/tok>');
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers).toContain('X-Auto-Response-Suppress: All');
  });

  it('has one message ID for one key, which tells nothing of it', async () => {
    const key = 'reminder/jiangsu-2022/91320899MA0000012C/1';
    const [one, again, other] = [
      await built(reminder, {}, key),
      await built(reminder, {}, key),
      await built(reminder, {}, `${key}/again`),
    ];
    expect(one.messageId).toMatch(/^<[0-9a-f]{32}@example\.cn>$/);
    expect(again.messageId).toBe(one.messageId);
    expect(other.messageId).not.toBe(one.messageId);
    expect(headersOf(one.raw)).toContain(`Message-ID: ${one.messageId}`);
  });

  it.each(['x\r\nBcc: li@example.com', 'x\nBcc: li@example.com', 'x\r\n\r\nBcc: li@example.com'])(
    'takes no header from a text: %j',
    async (text) => {
      const hostile = { ...reminder, paragraphs: [text], citation: text };
      const read = renderMail(hostile, place);
      const { content } = await buildMail(
        { from: { name: text, address: 'office@example.cn' }, replyTo: null },
        { ...read, subject: text, to: 'wang@example.com', stopUrl: null },
      );
      const headers = headersOf(content.toString('latin1'));
      expect(headers.filter((header) => /^bcc/i.test(header))).toEqual([]);
      expect((await PostalMime.parse(content)).bcc ?? []).toEqual([]);
    },
  );
});
