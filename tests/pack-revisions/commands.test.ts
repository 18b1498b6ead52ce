import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { register } from '../../cli/commands/pack.ts';
import { publishedRevisions } from '../../cli/published-revisions.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { answeringHere } from '../support/answering-here.ts';
import { createTestCli } from '../support/cli-context.ts';
import { officePack, packOffice } from '../support/pack-office.ts';
import type { PackOffice } from '../support/pack-office.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let office: PackOffice;
beforeEach(async () => {
  temp = await openTempStores();
  office = packOffice(temp.stores, temp.dir);
});
afterEach(() => temp.dispose());

async function run(...argv: string[]): Promise<string> {
  const lines: string[] = [];
  const { context } = createTestCli(temp.stores, temp.dir);
  const program = new Command().exitOverride();
  // Of the questions only those that the packs list: the shipped sets take a while.
  const sets = async () => [];
  register(program, { ...context, out: (line) => void lines.push(line) }, office.folder, {
    ...{ sets, openThreads: answeringHere },
  });
  await program.parseAsync(['pack', ...argv], { from: 'user' });
  return lines.join('\n');
}

/** Exports what is served, changes it as an office would with an editor, and imports it. */
async function editByHand(change: (pack: PolicyPack) => void, name: string): Promise<void> {
  const folder = join(temp.dir, name);
  await run('export', officePack, folder);
  const file = join(folder, 'pack.json');
  const pack = JSON.parse(readFileSync(file, 'utf8')) as PolicyPack;
  change(pack);
  writeFileSync(file, JSON.stringify(pack));
  await run('import', officePack, folder, '--reason', '补充通知');
}
const toRatio =
  (percent: number) =>
  (pack: PolicyPack): void => {
    pack.payout.ratioPercent = percent;
  };

it('exports what the files say, imports them changed, publishes and goes back', async () => {
  await editByHand(toRatio(70), 'first');
  const faq = new URL(`${officePack}/faq.json`, office.folder);
  const read = (file: string | URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
  expect(read(join(temp.dir, 'first', 'faq.json'))).toEqual(read(faq));
  expect(await run('revisions')).toMatch(/1 +草稿 +导入 +@0 +cli +2026-03-02 10:00 +补充通知\n0 +在用/);
  expect(await run('diff', officePack, `${officePack}@1`)).toContain('payout.ratioPercent：80 → 70');
  expect(await run('check', `${officePack}@1`)).toContain('没有发现问题');

  expect(await run('publish', `${officePack}@1`)).toContain('什么都没有改');
  expect(await temp.stores.packRevisions.published(officePack)).toBeNull();
  const yes = ['--reason', '核对过了', '--yes'];
  expect(await run('publish', `${officePack}@1`, ...yes)).toContain('已发布 jiangsu-2022@1');
  await editByHand(toRatio(60), 'second');
  await run('publish', officePack, ...yes);
  expect(await run('rollback', `${officePack}@1`, ...yes)).toContain('已发布 jiangsu-2022@3');
  expect(await run('revisions')).toMatch(/3 +在用 +退回旧版 .*\n2 +用过 .*\n1 +用过 .*\n0 +用过/);
});

it('says of an older revision that does not fit any more that it is that one', async () => {
  await editByHand(toRatio(70), 'first');
  const { packRevisions } = temp.stores;
  const [first] = await packRevisions.revisions(officePack);
  if (first === undefined) throw new Error('no revision');
  const shipped = await packRevisions.content(officePack, 1);
  await packRevisions.append({
    ...{ packId: officePack, number: 2, basedOn: 1, kind: 'edit', reason: 'x', madeBy: 'cli' },
    ...{
      content: { ...(shipped as object), payout: null },
      shippedHash: first.shippedHash,
      madeAt: first.madeAt,
    },
  });
  const yes = ['--reason', '退回', '--yes'];
  for (const command of ['rollback', 'publish'])
    await expect(run(command, `${officePack}@2`, ...yes)).rejects.toThrow(
      `“${officePack}@2”的内容有误（payout）。请运行 tongbao pack check ${officePack}@2`,
    );
});

it('overwrites no file, and says what it cannot read', async () => {
  const folder = join(temp.dir, 'once');
  await run('export', officePack, folder);
  await expect(run('export', officePack, folder)).rejects.toThrow('没有覆盖');
  await expect(run('import', officePack, join(temp.dir, 'nowhere'), '--reason', 'x')).rejects.toThrow(
    '读不到',
  );
  await expect(run('export', `${officePack}@7`, folder)).rejects.toThrow('没有 jiangsu-2022@7');
  await expect(run('export', '../etc', folder)).rejects.toThrow('不对');
  await expect(run('publish', officePack)).rejects.toThrow('不是草稿');
});

it('says that the program’s own files changed, and lets the office choose', async () => {
  await editByHand(toRatio(70), 'first');
  await run('publish', officePack, '--reason', '核对过了', '--yes');
  expect(await run('keep', '--reason', '看过')).toContain('没有变');
  office.ship((pack) => {
    pack.title['zh-CN'] = '新的名称';
  });
  expect(await run('revisions')).toContain('两边都没有丢');
  expect(await run('merge', '--reason', '新版本')).toContain('已保存为草稿 jiangsu-2022@2');
  expect(await run('keep', '--reason', '看过，照旧')).toContain('照旧用 jiangsu-2022@1');
  expect(await run('revisions')).not.toContain('两边都没有丢');
});

it('asks no database for what was published where there is none, and makes none', async () => {
  const { context } = createTestCli(temp.stores, temp.dir);
  const file = join(temp.dir, 'other.db');
  expect(await publishedRevisions({ databaseUrl: `file:${file}` }, context)).toBeNull();
  expect(existsSync(file)).toBe(false);
  expect(await publishedRevisions({ databaseUrl: temp.url }, context)).toBe(temp.stores.packRevisions);
});

it('leaves a published revision that no longer fits the program, as it is told to', async () => {
  const { packRevisions } = temp.stores;
  const row = { packId: officePack, number: 1, shippedHash: 'of another version' };
  const at = '2026-03-02T02:00:00.000Z';
  await packRevisions.append({
    ...{ ...row, basedOn: 0, kind: 'edit', madeBy: 'cli', madeAt: at, reason: '旧版本' },
    content: { id: officePack },
  });
  await packRevisions.publish({ ...row, turn: 1, by: 'cli', at, reason: '旧版本', forced: false });
  expect(await run('publish', `${officePack}@0`)).toContain('没法对照');
  const said = await run('publish', `${officePack}@0`, '--reason', '升级', '--yes');
  expect(said).toContain('已发布 jiangsu-2022@0');
});
