import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runTongbao } from '../support/run-tongbao.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** With nothing else running, and no Temporal to be had. */
async function tongbaoAsk(dataDir: string, args: string[], input = '') {
  const env = { ...process.env, TONGBAO_DATA_DIR: dataDir, TEMPORAL_CLI_PATH: '/nonexistent/temporal' };
  const { out, ...rest } = await runTongbao(env, ['ask', ...args], input);
  return { lines: out.split('\n').slice(0, -1), ...rest };
}

const parsed = (line: string | undefined) => JSON.parse(line ?? '') as Record<string, unknown>;

describe('tongbao ask', () => {
  it('writes one object for each question of standard input, with the public keys in their order', async () => {
    const folder = tempFolder();
    const { lines, err, code } = await tongbaoAsk(folder, ['--json'], '赔付比例是多少\n\n今天天气怎么样\n');
    expect({ err, code, count: lines.length }).toEqual({ err: '', code: 0, count: 2 });
    const [known, foreign] = lines.map(parsed);
    for (const answer of [known, foreign]) {
      expect(Object.keys(answer ?? {})).toEqual([
        ...['question', 'outcome', 'topic', 'alternatives', 'parts', 'text', 'citations', 'ms'],
      ]);
    }
    expect(known).toMatchObject({
      question: '赔付比例是多少',
      outcome: 'answer',
      topic: 'payout-ratio',
      alternatives: [],
      parts: [{ topic: 'payout-ratio', outcome: 'answer' }],
    });
    expect(known?.['text']).toContain('80%');
    const [citation] = known?.['citations'] as Record<string, unknown>[];
    expect(Object.keys(citation ?? {})).toEqual(['section', 'source', 'date']);
    expect(citation).toMatchObject({
      section: expect.stringContaining('赔付比例') as string,
      date: '未载明',
    });
    expect(typeof known?.['ms']).toBe('number');
    expect(foreign).toMatchObject({ question: '今天天气怎么样', topic: null, citations: [] });
    expect(foreign?.['outcome']).not.toBe('answer');
    // It needs neither database nor Temporal.
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says both parts of a message that holds two questions', async () => {
    const { lines } = await tongbaoAsk(tempFolder(), ['--json', '赔付比例是多少？投保要交钱吗？']);
    expect(parsed(lines[0])).toMatchObject({
      topic: 'payout-ratio',
      parts: [
        { topic: 'payout-ratio', outcome: 'answer' },
        { topic: 'fees', outcome: 'answer' },
      ],
    });
  });

  it('prints the answer of one question with where it comes from', async () => {
    const { lines, code } = await tongbaoAsk(tempFolder(), ['赔付比例', '是多少']);
    expect(code).toBe(0);
    expect(lines[0]).toContain('80%');
    expect(lines.at(-1)).toMatch(/通知|未载明/);
  });

  it('says in one line that nothing was asked', async () => {
    const { lines, err, code } = await tongbaoAsk(tempFolder(), []);
    expect({ lines, code }).toEqual({ lines: [], code: 1 });
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
