import { describe, expect, it } from 'vitest';
import { campaignStates } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignState } from '../../knowledge/campaigns/campaign.ts';
import { decodeCallback } from '../../knowledge/callbacks.ts';
import { steered, steeringActions, steeringFor } from '../../knowledge/campaigns/steering.ts';
import type { SteeringAction } from '../../knowledge/campaigns/steering.ts';
import { tallyOf } from '../../knowledge/notifications/campaign-tally.ts';
import { renderCampaignProgress } from '../../knowledge/notifications/render-campaign.ts';
import type { CampaignProgress } from '../../knowledge/notifications/render-campaign.ts';

const locales = ['zh-CN', 'en'] as const;
const uuid = '3f0c8a52-9d5e-4a53-8a0e-0d6f3a7f1c11';
const progress = (part: Partial<CampaignProgress>): CampaignProgress => ({
  ...{ id: uuid, state: 'running', startAt: null, waitsUntil: null },
  tally: tallyOf(12, [
    ['sent', 8],
    ['failed', 1],
    ['skipped:snoozed', 2],
    ['skipped:notTracked', 1],
  ]),
  ...part,
});

describe('the tally of a campaign', () => {
  it('counts what is over, and nothing else', () => {
    const tally = tallyOf(9, [
      ...([
        ['pending', 3],
        ['waiting', 1],
        ['held', 1],
        ['asking', 1],
      ] as const),
      ...([
        ['sent', 1],
        ['collected', 1],
        ['cancelled', 1],
        ['unknown', 1],
      ] as const),
    ]);
    expect(tally).toEqual({
      total: 9,
      done: 4,
      sent: 1,
      collected: 1,
      failed: 0,
      unknown: 1,
      cancelled: 1,
      skipped: {},
    });
  });
});

describe('the progress of a campaign', () => {
  it.each(locales)('tells the counts in %s and names no firm', (locale) => {
    const { paragraphs } = renderCampaignProgress(progress({ state: 'finished' }), locale);
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[1]).toMatch(/8.*3.*1.*0/);
    expect(renderCampaignProgress(progress({}), locale).paragraphs[0]).toMatch(/12.*12/);
  });

  it.each<[CampaignState, SteeringAction[]]>([
    ['previewed', []],
    ['scheduled', ['pause', 'cancel']],
    ['running', ['pause', 'cancel']],
    ['paused', ['resume', 'cancel']],
    ['cancelled', []],
    ['finished', []],
    ['failed', []],
  ])('offers while %s: %j', (state, actions) => {
    const { buttons } = renderCampaignProgress(progress({ state }), 'zh-CN');
    const data = buttons.flat().map((b) => (b.kind === 'callback' ? b.data : ''));
    expect(data.map(decodeCallback)).toEqual(
      actions.map((action) => ({ verb: 'campaign', campaignId: uuid, action })),
    );
    expect(data.every((d) => Buffer.byteLength(d) <= 64)).toBe(true);
  });

  it('says when it goes on, and when it begins', () => {
    const at = '2026-12-01T01:30:00.000Z';
    const first = (part: Partial<CampaignProgress>) =>
      renderCampaignProgress(progress(part), 'zh-CN').paragraphs[0];
    expect(first({ waitsUntil: at })).toContain('2026-12-01 09:30继续');
    expect(first({ state: 'scheduled', startAt: at })).toContain('2026-12-01 09:30开始');
  });

  it('does not count who was not taken up as done', () => {
    const tally = tallyOf(12, [
      ['sent', 5],
      ['cancelled', 7],
    ]);
    const { paragraphs } = renderCampaignProgress(progress({ state: 'cancelled', tally }), 'zh-CN');
    expect(paragraphs).toEqual([
      '已停止，停止前处理了 5 家。',
      '已送出 5 家，跳过 0 家，失败 0 家，不确定是否送达 0 家。',
      '没有轮到：7 家',
    ]);
  });
});

describe('steering', () => {
  it('goes on to where it was: to sending once begun, to waiting before', () => {
    expect(steered('paused', 'resume', true)).toBe('running');
    expect(steered('paused', 'resume', false)).toBe('scheduled');
  });

  it('never leads out of an end', () => {
    for (const state of campaignStates.filter((s) => ['cancelled', 'finished', 'failed'].includes(s)))
      for (const action of steeringActions) expect(steered(state, action, true)).toBeNull();
  });

  it('offers what it allows', () => {
    for (const state of campaignStates)
      for (const action of steeringActions)
        expect(steeringFor(state).includes(action)).toBe(steered(state, action, true) !== null);
  });
});
