import { describe, expect, it } from 'vitest';
import { groupShowsDigest, groupAnnounces, isGroupMessage } from '../../bot/engine/group-message.ts';
import { funnelOf } from '../../knowledge/overview/funnel.ts';
import { groupDigestOf } from '../../knowledge/overview/group-digest.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

const funnel = (pending: number, submitted: number, approved = 0) =>
  funnelOf([
    { city: '南京', officialStatus: 'invited', reportedStep: 'sealed', count: pending },
    { city: '苏州', officialStatus: 'invited', reportedStep: 'submitted', count: submitted },
    { city: '苏州', officialStatus: 'approved', reportedStep: 'none', count: approved },
  ]);
const place = (url: string | null, locale: 'zh-CN' | 'en' = 'zh-CN') => ({
  locale,
  links: { privateChat: () => url, start: () => null },
});

describe('the numbers for groups', () => {
  it('count who submitted, by its own word or officially', () => {
    expect(groupDigestOf(funnel(30, 10, 5), null)).toEqual({ firms: 45, submitted: 15, deadline: null });
    expect(groupDigestOf(funnel(30, 0), null)).toMatchObject({ submitted: 0 });
    expect(groupDigestOf(funnel(0, 30), null)).toMatchObject({ submitted: 30 });
  });

  it.each([
    ['few firms', 4, 4],
    ['few that have submitted', 40, 1],
    ['few that have not', 9, 40],
    ['none at all', 0, 0],
  ])('are kept back where there are %s', (_why, pending, submitted) => {
    expect(groupDigestOf(funnel(pending, submitted), null)).toBeNull();
  });
});

describe('what is posted', () => {
  const numbers = { firms: 45, submitted: 15, deadline: { date: '2026-03-31', workingDaysLeft: 20 } };

  it('is made for groups: numbers, the deadline, and a button to the private chat', () => {
    const message = groupShowsDigest(numbers, place('https://t.me/tongbao_bot'), { trial: false });
    expect(isGroupMessage(message)).toBe(true);
    expect(message.paragraphs).toEqual([
      '【投保进度】正在办理的 45 家企业里，已有 15 家（33%）提交。',
      '截止日期是2026-03-31（办公室设定），连今天在内还有 20 个工作日。',
      '自己的企业走到哪一步、怎么办，请从下面到私聊里问，群里不说哪一家的情况。',
    ]);
    expect(message.buttons).toEqual([[{ kind: 'link', label: '私聊里说', url: 'https://t.me/tongbao_bot' }]]);
  });

  it('says how to get to the private chat where there is no link to it, and marks a trial', () => {
    const message = groupShowsDigest({ ...numbers, deadline: null }, place(null, 'en'), { trial: true });
    expect(message.paragraphs.at(-1)).toContain('write to me in private');
    expect(message.paragraphs[0]).toContain('demo data');
    expect(message.buttons).toEqual([]);
  });

  it('carries the office’s words, and none that name a firm', () => {
    const message = groupAnnounces('周五下午维护。', [], place('https://t.me/tongbao_bot'));
    expect(message?.paragraphs[0]).toBe('【办公室通知】周五下午维护。');
    expect(message?.buttons.flat()).toHaveLength(1);
    for (const words of [`请${fictionalUscc(2)}尽快办理`, '淮安某某纺织有限公司还没有确认'])
      expect(groupAnnounces(words, [], place(null))).toBeNull();
  });
});
