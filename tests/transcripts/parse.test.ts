import { describe, expect, it } from 'vitest';
import { parseTranscript } from './parse.ts';
import { fill, severalOf } from './placeholders.ts';
import type { Known } from './placeholders.ts';
import { playTranscript } from './play.ts';
import type { TranscriptDoor } from './play.ts';
import { fictionalFirm, packId } from '../support/fictional-firms.ts';
import { loadPack } from '../../activities/load-pack.ts';

const header = '标题: 例\n场合: 私聊\n身份: 未关联\n';
const known: Known = { firm: fictionalFirm(2), code: '7K00000001', pack: await loadPack(packId) };

describe('a transcript', () => {
  it('is read in Chinese and in English alike', () => {
    const chinese = parseTranscript(
      '甲',
      `${header}\n用户：你好\n结果：寒暄、转人工\n\n换到: 群聊\n点: 好\n含: 甲：乙\n`,
    );
    const english = parseTranscript(
      '甲',
      'title: 例\nplace: private\nspeaker: unverified\n\nuser: 你好\noutcome: 寒暄、转人工\n\nmove to: 群聊\ntap: 好\ncontains: 甲：乙\n',
    );
    expect(english).toEqual(chinese);
    expect(chinese).toMatchObject({ language: 'zh-CN', doors: 'engine', note: null });
    expect(chinese.turns).toMatchObject([
      { step: 'says', line: 5, expectations: [{ key: 'outcome', line: 6 }] },
      { step: 'moveTo' },
      { step: 'taps', expectations: [{ key: 'contains', value: '甲：乙' }] },
    ]);
  });

  it.each([
    ['an unknown word', `${header}用户: 甲\n颜色: 红`, '例.txt:5: unknown word "颜色"'],
    ['a line of no form', `${header}用户: 甲\n就这样`, '例.txt:5: a line is'],
    ['an unknown outcome', `${header}用户: 甲\n结果: 满意`, '例.txt:5: "满意" is none of 回答'],
    [
      'an unknown place',
      '标题: 例\n场合: 电话\n身份: 未关联\n用户: 甲\n含: 乙',
      '例.txt:2: "电话" is none of',
    ],
    ['an expectation of nothing', `${header}含: 乙`, '例.txt:4: "含" stands after a line'],
    ['a turn without expectations', `${header}用户: 甲\n用户: 乙\n含: 丙`, '例.txt:4: nothing is expected'],
    ['a header in the middle', `${header}用户: 甲\n含: 乙\n身份: 联系人`, '例.txt:6: "身份" belongs above'],
    ['a missing header', '标题: 例\n用户: 甲\n含: 乙', 'the header lacks "place"'],
    ['a length in words', `${header}用户: 甲\n最多字数: 很少`, '例.txt:5: "最多字数" wants a number'],
    ['a story without turns', header, 'nobody says anything'],
  ])('with %s is refused at its line', (_what, text, message) => {
    expect(() => parseTranscript('例.txt', text)).toThrow(message);
  });
});

describe('words in braces', () => {
  it('stand for the firm, the facts, characters and repetitions', () => {
    expect(fill('{企业}/{关联码}/{赔付比例}/{最高赔偿额}', known)).toBe(
      `${known.firm.name}/7K00000001/80%/15万美元`,
    );
    expect(fill('a{U+202E}{重复 3 次:好}{重复 2 次:{U+41}}', known)).toBe('a\u202E好好好AA');
    expect(fill('${7*7} {U+7B}企业{U+7D}', known)).toBe('${7*7} {企业}');
    expect(() => fill('{不认识}', known)).toThrow('unknown word in braces: {不认识}');
    expect(() => fill('{constructor}', known)).toThrow('unknown word in braces');
  });

  it('stand for every form of the pack’s amounts', () => {
    expect(severalOf('{本通知的数字}', known)).toEqual(
      expect.arrayContaining(['80%', '360天', '15万', '150,000', '30万', '300万', '3,000,000']),
    );
  });
});

describe('playing a transcript', () => {
  const doorThatShows = (text: string): TranscriptDoor => ({
    groups: false,
    pack: known.pack,
    firm: async () => known,
    staffCode: async () => '7K00000002',
    person: async () => ({
      says: async () => ({ text, buttons: ['联系方式'], links: [] }),
      taps: async (label) => {
        throw new Error(`no button "${label}"`);
      },
    }),
  });
  const play = (text: string, shown: string): Promise<void> =>
    playTranscript(parseTranscript('例.txt', `${header}${text}`), doorThatShows(shown));

  it.each([
    ['a missing text', '用户: 甲\n含: 乙', '例.txt:5: lacks "乙"'],
    ['a forbidden text', '用户: 甲\n不含: 80%', '例.txt:5: must not contain "80%"'],
    ['a figure of the pack', '用户: 甲\n不含: {本通知的数字}', '例.txt:5: must not contain "80%"'],
    ['another outcome', '用户: 甲\n结果: 回答', 'expected answer, got own'],
    ['a missing button', '用户: 甲\n按钮: 是', '例.txt:5: no button 是'],
    ['a button too many', '用户: 甲\n按钮: 无', '例.txt:5: buttons: expected'],
    ['a tap on nothing', '用户: 甲\n含: 80%\n点: 是\n含: 乙', '例.txt:6: no button "是"'],
    ['too many lines', '用户: 甲\n最多行数: 1', '例.txt:5: 2 lines, at most 1'],
    ['a missing link', '用户: 甲\n链接: https://t.me', '例.txt:5: no link to'],
  ])('fails at the line of %s', async (_what, text, message) => {
    await expect(play(text, '赔付比例是80%。\n完。')).rejects.toThrow(message);
  });
});
