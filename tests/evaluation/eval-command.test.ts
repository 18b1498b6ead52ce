import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';

describe('tongbao eval', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-eval-'));
  const inFolder = (name: string): string => join(folder, name);
  const write = (name: string, ...lines: string[]): string => {
    writeFileSync(inFolder(name), `${lines.join('\n')}\n`);
    return inFolder(name);
  };
  let cli: TestCli;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const temp = await openTempStores();
    close = () => temp.dispose();
    cli = createTestCli(temp.stores, folder);
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });

  const set = (): string =>
    write('set.tsv', '赔付比例是多少\tanswer\tpayout-ratio', '今天天气怎么样\thandoff');

  it('prints shares, topics, calibration and latency in both languages', async () => {
    const { code, out } = await cli.run('eval', set());
    expect(code).toBe(0);
    const text = out.join('\n');
    expect(text).toMatch(/答对的.*right, of ours +100\.0%/);
    expect(text).toMatch(/转了人工的.*handed over, of foreign +100\.0%/);
    expect(text).toMatch(/payout-ratio +1 +100\.0%/);
    expect(text).toMatch(/中位 .* median/);
  });

  it('saves results, and says later which questions became wrong', async () => {
    const results = inFolder('results.json');
    expect((await cli.run('eval', set(), '--save', results)).code).toBe(0);
    const saved = JSON.parse(readFileSync(results, 'utf8')) as {
      questions: { question: string; given: string }[];
    };
    expect(saved.questions[0]).toMatchObject({ question: '赔付比例是多少', given: 'payout-ratio' });

    const changed = write('changed.tsv', '赔付比例是多少\tanswer\tfees', '今天天气怎么样\thandoff');
    const { out } = await cli.run('eval', changed, '--baseline', results);
    expect(out.join('\n')).toMatch(/变错 1 个.*1 became wrong/);
    expect(out.join('\n')).toContain('变错：赔付比例是多少');
  });

  it('prints one JSON object', async () => {
    const { out } = await cli.run('eval', set(), '--json');
    expect(JSON.parse(out.join(''))).toMatchObject({
      summary: { ours: 1, foreign: 1, right: 1 },
      changes: null,
    });
  });

  it('exits with an error where the answers are not good enough', async () => {
    const wrong = write('wrong.tsv', '赔付比例是多少\tanswer\tfees');
    const { code, err } = await cli.run('eval', wrong, '--least', 'right=0.95');
    expect(code).toBe(1);
    expect(err.join('\n')).toMatch(/没有达到要求.*Not good enough: right, of ours is 0\.0%, wanted ≥ 95\.0%/);
    expect((await cli.run('eval', set(), '--least', 'right=1,refused=1,wrong=0,clarified=0')).code).toBe(0);
  });

  it.each([
    ['a missing file', () => ['nowhere.tsv'], /读不了文件/],
    ['an empty file', () => [write('empty.tsv', '# nothing')], /没有问题/],
    ['a bad line', () => [write('bad.tsv', '', 'q\tanswer\tnothing')], /第 2 行.*没有这个主题.*line 2/],
    ['a bad baseline', () => [set(), '--baseline', write('b.json', '{}')], /tongbao eval --save/],
    ['a bad demand', () => [set(), '--least', 'good=1'], /看不懂的要求/],
  ])('refuses %s in one line', async (_name, args, message) => {
    const { code, err } = await cli.run('eval', ...args());
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(message);
  });
});
