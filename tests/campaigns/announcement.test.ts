import { describe, expect, it } from 'vitest';
import {
  announcementIn,
  announcementProblem,
  longestAnnouncement,
  readAnnouncement,
} from '../../knowledge/campaigns/announcement.ts';
import type { AnnouncementWords } from '../../knowledge/campaigns/announcement.ts';

describe('what staff typed', () => {
  it.each<[string, AnnouncementWords]>([
    ['周五维护。', { 'zh-CN': '周五维护。' }],
    [
      '周五维护。\n请提前办理。\n英文：\nFriday.\nBe early.',
      { 'zh-CN': '周五维护。\n请提前办理。', en: 'Friday.\nBe early.' },
    ],
    ['English:\nFriday.', { en: 'Friday.' }],
    ['周五维护。\n english \n', { 'zh-CN': '周五维护。' }],
    // Within a line it is a word like any other.
    ['请看英文：English: 页面', { 'zh-CN': '请看英文：English: 页面' }],
    ['  \n ', {}],
  ])('%j is read by language', (typed, words) => {
    expect(readAnnouncement(typed)).toEqual(words);
  });

  it('is read in the other language by whoever has none of their own', () => {
    const both = { 'zh-CN': '周五', en: 'Friday' };
    expect([announcementIn(both, 'zh-CN'), announcementIn(both, 'en')]).toEqual(['周五', 'Friday']);
    expect(announcementIn({ 'zh-CN': '周五' }, 'en')).toBe('周五');
    expect(announcementIn({ en: 'Friday' }, 'zh-CN')).toBe('Friday');
  });
});

describe('words that cannot be announced', () => {
  const ofMany = (count: number): AnnouncementWords => ({ 'zh-CN': '好', en: '好'.repeat(count) });

  it('are none, and too many in any language, counted as people count', () => {
    expect(announcementProblem({})).toEqual({ code: 'textMissing' });
    expect(announcementProblem(ofMany(longestAnnouncement))).toBeNull();
    expect(announcementProblem(ofMany(longestAnnouncement + 1))).toEqual({
      ...{ code: 'textTooLong', most: longestAnnouncement, is: longestAnnouncement + 1 },
    });
    expect(announcementProblem({ en: '😀'.repeat(longestAnnouncement) })).toBeNull();
  });

  it.each([
    '详见 https://www.singlewindow.cn/#/guide?x=1。',
    'HTTPS://Example.com/a（必读）',
    '上限 1.5 万，见第 3.2 节；e.g. this one, Co.,Ltd. and v1.2.3',
    '邮箱 office@example.com，附件 notice.pdf',
    '时间 9:30，比例 3:1',
    'Check your data: it is judged by the base year.',
  ])('%j is all right', (text) => {
    expect(announcementProblem({ 'zh-CN': text })).toBeNull();
  });

  it.each([
    ['请打开http://example.com/a，谢谢', 'http://example.com/a'],
    ['ftp://example.com/f', 'ftp://example.com/f'],
    ['点tg://resolve?domain=x', 'tg://resolve?domain=x'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['上www.example.com看', 'www.example.com'],
    ['上example.com.cn/pay看', 'example.com.cn/pay'],
    ['https://ok.example.com 和 t.me/x', 't.me/x'],
    ['https://singlewindow.cn@evil.example.com/', 'https://singlewindow.cn@evil.example.com/'],
    ['https://xn--80ak6aa92e.com/', 'https://xn--80ak6aa92e.com/'],
    ['https://аpple.com/', 'https://аpple.com/'],
    ['https://localhost/', 'https://localhost/'],
  ])('%j holds a link that is refused', (text, link) => {
    expect(announcementProblem({ 'zh-CN': text })).toEqual({ code: 'linkRefused', link });
  });
});
