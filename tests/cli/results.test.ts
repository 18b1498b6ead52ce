import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventApplier } from '../../activities/incoming-events/event-applier.ts';
import { createTestCli } from '../support/cli-context.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

const now = new Date('2026-03-02T02:00:00.000Z');
let temp: TempStores;
let commands: ReturnType<typeof createFakeCommands>;

beforeEach(async () => {
  temp = await openTempStores();
  await createTestCli(temp.stores, temp.dir).run('import', sample('approved-list-2022.csv'));
  commands = createFakeCommands(temp.stores, () => now.toISOString());
  const waiting = await temp.stores.enrollments.waitingToStart(100);
  for (const { enrollmentId } of waiting) await commands.begin(enrollmentId);
});
afterEach(async () => temp.dispose());

function sample(name: string): string {
  copyFileSync(join(import.meta.dirname, '../../samples', name), join(temp.dir, name));
  return join(temp.dir, name);
}

describe('tongbao results', () => {
  it('says in a dry run what would happen to each row, and writes nothing', async () => {
    const cli = createTestCli(temp.stores, temp.dir, { now });
    const { code, out } = await cli.run('results', sample('approval-results-2022.xlsx'), '--dry-run');
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^行 +信用代码 +企业 +审批结果 +会怎样/u);
    expect(out[2]).toContain('会改为这个状态');
    expect(out.at(-1)).toBe('试读完成，什么都没有写入：共 9 行，可以导入 9 行，有问题的 0 行。');
    expect(await temp.stores.incomingEvents.latest(1)).toEqual([]);
  });

  it('stores the results for the next start when nothing runs', async () => {
    const cli = createTestCli(temp.stores, temp.dir, { now });
    const { code, out } = await cli.run('results', sample('approval-results-2022.xlsx'));
    expect({ code, out }).toEqual({
      code: 0,
      out: ['共 9 行，已存好 9 行，有问题的 0 行没有导入。', expect.stringContaining('npm start')],
    });
    expect(await temp.stores.incomingEvents.countWaiting('import')).toBe(9);
  });

  it('says what became of them when the system runs', async () => {
    const { stores, dir } = temp;
    const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const applier = createEventApplier({ stores, commands, clock: { now: () => now }, log });
    const cli = createTestCli(stores, dir, { now, engine: {} });
    const running = cli.run('results', sample('approval-results-2022.xlsx'), '--lang', 'en');
    await until(async () => (await stores.incomingEvents.countWaiting('import')) > 0);
    await applier.applyWaiting();
    expect(await running).toMatchObject({
      code: 0,
      out: ['9 rows: 9 stored, 0 with errors that were not imported.', 'set: 9 rows'],
    });
  });

  it.each([
    ['zh', '  第 7 行，结果：看不懂审批结果“再议”', '没有导入的行：'],
    ['en', '  Row 7, 结果: the result “再议” is not understood', 'Rows that were not imported:'],
  ])('names row, column and reason in %s', async (lang, line, title) => {
    const cli = createTestCli(temp.stores, temp.dir, { now });
    const { code, out } = await cli.run(
      'results',
      sample('approval-results-with-errors.csv'),
      '--lang',
      lang,
    );
    expect(code).toBe(0);
    expect(out).toContain(title);
    expect(out.join('\n')).toContain(line);
    expect(out.join('\n')).toContain('approval-results-with-errors.rejected.csv');
  });

  it.each([
    ['missing.csv', null, '读不了文件'],
    ['text.csv', '你好', '没有找到表头'],
    ['columns.csv', '企业名称,审批结果\n甲,通过', '缺少这些列：“统一社会信用代码”'],
    ['rows.csv', '信用代码,审批结果\n', '表头下面没有结果'],
  ])('refuses %s in one line', async (name, content, reason) => {
    const file = join(temp.dir, name);
    if (content !== null) writeFileSync(file, content);
    const { code, err, out } = await createTestCli(temp.stores, temp.dir).run('results', file);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toEqual([expect.stringContaining(reason)]);
  });

  it('fails when no row could be taken', async () => {
    const file = join(temp.dir, 'none.csv');
    writeFileSync(file, '信用代码,审批结果\n,通过\n');
    const { code, out } = await createTestCli(temp.stores, temp.dir).run('results', file);
    expect(code).toBe(1);
    expect(out.join('\n')).toContain('第 2 行');
  });
});
