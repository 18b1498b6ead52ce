import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(async () => temp.dispose());

function sample(name: string): string {
  copyFileSync(join(import.meta.dirname, '../../samples', name), join(temp.dir, name));
  return join(temp.dir, name);
}

describe('tongbao import', () => {
  it('imports, and leaves the tracking to the next start when nothing runs', async () => {
    const cli = createTestCli(temp.stores, temp.dir);
    const { code, out } = await cli.run('import', sample('approved-list-2022.xlsx'));
    expect(code).toBe(0);
    expect(out).toEqual([
      '共 30 行，已导入 30 家（在核准名单 24 家），有问题的 0 行。',
      '新增 30 家，更新 0 家，没有变化 0 家。',
      expect.stringContaining('npm start'),
    ]);
  });

  it('starts the tracking when the engine runs', async () => {
    const cli = createTestCli(temp.stores, temp.dir, { engine: {}, started: async () => 24 });
    const { out } = await cli.run('import', sample('approved-list-2022.csv'));
    expect(out.at(-1)).toBe('已开始跟踪 24 家企业的投保进度（含之前导入、还在等待的）。');
  });

  it('says how far it is while many are started', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { enrollments } = temp.stores;
    const cli = createTestCli(temp.stores, temp.dir, {
      engine: {},
      started: async () => {
        const half = await enrollments.waitingToStart(12);
        await enrollments.markStarted(half.map((e) => e.enrollmentId));
        vi.advanceTimersByTime(5_000);
        await vi.waitFor(() => expect(said).toHaveLength(1));
        return 12;
      },
    });
    const said: string[] = [];
    cli.context.err = (line) => void said.push(line);
    const run = await cli.run('import', sample('approved-list-2022.csv'));
    expect(said).toEqual(['已开始跟踪 12/24 家…']);
    expect(run.out.at(-1)).toContain('已开始跟踪 24 家');
    vi.advanceTimersByTime(60_000);
    expect(said).toHaveLength(1);
  });

  it('still succeeds when the engine does not answer', async () => {
    const cli = createTestCli(temp.stores, temp.dir, {
      engine: {},
      started: () => Promise.reject(new Error('unreachable')),
    });
    const { code, out } = await cli.run('import', sample('approved-list-2022.csv'));
    expect(code).toBe(0);
    expect(out.at(-1)).toContain('npm start');
  });

  it('names row, column and reason, and puts rows with the same problem on one line', async () => {
    const cli = createTestCli(temp.stores, temp.dir);
    const { code, out } = await cli.run('import', sample('approved-list-with-errors.csv'));
    expect(code).toBe(0);
    expect(out).toContain('  第 2 行，企业名称：没有填企业名称');
    expect(out.join('\n')).toContain('第 10 行，2021年出口额(万美元)：出口额“约六十万”不是数字');
    expect(out.join('\n')).toContain('approved-list-with-errors.rejected.csv');

    const live = createTestCli(temp.stores, temp.dir, { mode: 'live' });
    const refused = await live.run('import', sample('approved-list-2022.csv'));
    expect(refused.code).toBe(1);
    expect(refused.out.join('\n')).toContain('第 2-31 行，统一社会信用代码：这是 samples/ 里的虚构企业');
  });

  it('only reads in a dry run', async () => {
    const cli = createTestCli(temp.stores, temp.dir, { engine: {}, started: async () => 1 });
    const { out } = await cli.run('import', sample('approved-list-2022.csv'), '--dry-run', '--lang', 'en');
    expect(out).toEqual([
      'Dry run, nothing was written: 30 rows, 30 firms could be imported (24 listed), 0 rows with errors.',
    ]);
    expect(await temp.stores.enrollments.waitingToStart(1)).toEqual([]);
  });

  it('takes unit and list from the options, and refuses to guess them', async () => {
    const cli = createTestCli(temp.stores, temp.dir);
    const file = join(temp.dir, 'bare.csv');
    writeFileSync(file, '企业名称,信用代码,城市,2021年出口额\n甲示例,91329999MADEM0001Q,淮安,45\n');
    expect((await cli.run('import', file)).err[0]).toContain('没有写明单位');
    expect((await cli.run('import', file, '--unit', '万美元')).err[0]).toContain('没有“在核准名单”这一列');
    expect((await cli.run('import', file, '--unit', '万美元', '--listed', 'yes')).code).toBe(0);
    expect(await temp.stores.firms.findFirm('91329999MADEM0001Q')).toMatchObject({
      priorYearExportUsd: 450_000,
      listed: true,
    });
  });

  it.each([
    ['missing.csv', null, '读不了文件'],
    ['empty.csv', '', '文件是空的'],
    ['text.csv', '你好', '没有找到表头'],
    ['columns.csv', '企业名称,信用代码\n甲,乙', '缺少这些列：“城市”、“上年度出口额”'],
    ['yuan.csv', '企业名称,信用代码,城市,出口额（万元）\n', '是人民币'],
  ])('refuses %s in one line', async (name, content, reason) => {
    const cli = createTestCli(temp.stores, temp.dir);
    const file = join(temp.dir, name);
    if (content !== null) writeFileSync(file, content);
    const { code, err, out } = await cli.run('import', file);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(reason);
  });
});
