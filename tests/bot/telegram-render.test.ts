import { describe, expect, it } from 'vitest';
import { longestText, renderMessage } from '../../bot/channels/telegram/render-message.ts';
import { splitText } from '../../bot/channels/split-text.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';

const message = (part: Partial<OutboundMessage>): OutboundMessage => ({
  paragraphs: ['你好'],
  buttons: [],
  citation: null,
  ...part,
});

describe('a rendered message', () => {
  it('is plain text with the citation in italics', () => {
    const [part, ...others] = renderMessage(
      message({ paragraphs: ['80%。', '细节 <b>*_[]'], citation: '来源：通知' }),
    );
    expect(others).toEqual([]);
    expect(part?.text).toBe('80%。\n\n细节 <b>*_[]\n\n来源：通知');
    const [entity] = part?.entities ?? [];
    expect(part?.text.slice(entity?.offset, (entity?.offset ?? 0) + (entity?.length ?? 0))).toBe(
      '来源：通知',
    );
  });

  it('keeps every part within the limit, and the buttons under the last', () => {
    const paragraphs = Array.from({ length: 40 }, (_, i) => `第${i}段。${'很长的话。'.repeat(60)}`);
    const parts = renderMessage(
      message({ paragraphs, citation: '来源', buttons: [[{ kind: 'callback', label: '好', data: 'x' }]] }),
    );
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every((p) => p.text.length <= longestText)).toBe(true);
    expect(parts.map((p) => p.reply_markup !== undefined)).toEqual([
      ...parts.slice(1).map(() => false),
      true,
    ]);
    expect(parts.at(-1)?.text).toContain('来源');
    const joined = parts.map((p) => p.text).join('');
    for (const i of [0, 17, 39]) expect(joined).toContain(`第${i}段`);
  });

  it('writes a link that Telegram would refuse into the text', () => {
    const [part] = renderMessage(
      message({ buttons: [[{ kind: 'link', label: '打开', url: 'http://127.0.0.1:8080/' }]] }),
    );
    expect(part?.text).toContain('打开：http://127.0.0.1:8080/');
    expect(part?.reply_markup).toBeUndefined();
    const [open] = renderMessage(
      message({ buttons: [[{ kind: 'link', label: '私聊', url: 'https://t.me/b' }]] }),
    );
    expect(open?.reply_markup?.inline_keyboard).toEqual([[{ text: '私聊', url: 'https://t.me/b' }]]);
  });

  it('refuses callback data that Telegram would refuse', () => {
    const buttons = [[{ kind: 'callback' as const, label: 'x', data: '数'.repeat(22) }]];
    expect(() => renderMessage(message({ buttons }))).toThrow('64 bytes');
  });
});

describe('splitting', () => {
  it.each([
    ['at a paragraph', 'aaaaaa\n\nbbbbbb', ['aaaaaa', 'bbbbbb']],
    ['at a line', 'aaaaaa\nbbbbbb', ['aaaaaa', 'bbbbbb']],
    ['after a sentence', 'aaaaa。bbbbbb', ['aaaaa。', 'bbbbbb']],
    ['anywhere if it must', 'a'.repeat(25), ['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]],
  ])('cuts %s', (_where, text, parts) => {
    expect(splitText(text, 10)).toEqual(parts);
  });

  it('never cuts a character in two', () => {
    const parts = splitText(`a${'😀'.repeat(20)}`, 10);
    expect(parts.join('')).toBe(`a${'😀'.repeat(20)}`);
    // `encodeURIComponent` throws for half a character.
    for (const part of parts) expect(() => encodeURIComponent(part)).not.toThrow();
  });
});
