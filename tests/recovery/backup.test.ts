import { createServer } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { processStart } from '../../cli/bootstrap/pid-lock.mjs';
import { readManifest } from '../../cli/backup/manifest.ts';
import { writeRecord } from '../../cli/temporal/server-record.ts';
import { makeBackupHome, writeFiles } from './backup-home.ts';

const night = '2026-03-02T18:00:00.000Z';

it('keeps the databases, keys and whatever else is not of this run only, for the owner alone', async () => {
  const home = await makeBackupHome();
  writeFiles(home, {
    'payload-keys': 'secret',
    'sheets/list.rejected.csv': 'a,b',
    'tongbao.pid': 'x',
    'tongbao-worker.pid.77': 'x',
    'payload-keys.lock': 'x',
    'temporal.log': 'x',
    'temporal.json': '{}',
    'replaced-20260101-000000/tongbao.db': 'x',
  });
  const temporal = new Sqlite(join(home.settings.dataDir, 'temporal.db'));
  temporal.exec('CREATE TABLE executions (id TEXT)');
  temporal.close();
  const socket = createServer().listen(join(home.settings.dataDir, 'a-socket'));
  onTestFinished(() => void socket.close());

  const { code, out, err } = await home.cliAt(night).run('backup', home.into);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  const folder = join(home.into, 'tongbao-trial-20260303-020000');
  expect(out[0]).toContain(folder);
  expect(readdirSync(home.into)).toEqual(['tongbao-trial-20260303-020000']);
  const manifest = await readManifest(folder);
  expect(manifest).toMatchObject({
    mode: 'trial',
    packId: 'jiangsu-2022',
    temporal: 'copied',
    takenAt: night,
  });
  expect(manifest.files.map(({ path }) => path)).toEqual([
    ...['temporal.db', 'tongbao.db', 'payload-keys', 'sheets/list.rejected.csv'],
  ]);
  expect(readFileSync(join(folder, 'payload-keys'), 'utf8')).toBe('secret');
  const modeOf = (path: string): number => statSync(path).mode & 0o777;
  expect(modeOf(folder)).toBe(0o700);
  for (const { path } of manifest.files) expect(modeOf(join(folder, path))).toBe(0o600);
  expect(modeOf(join(folder, 'manifest.json'))).toBe(0o600);
});

it('leaves itself out when it is kept in the data folder', async () => {
  const home = await makeBackupHome();
  const into = join(home.settings.dataDir, 'backups');
  for (const now of [night, '2026-03-03T18:00:00.000Z']) {
    expect((await home.cliAt(now).run('backup', into)).code).toBe(0);
  }
  const manifest = await readManifest(join(into, 'tongbao-trial-20260304-020000'));
  expect(manifest.files.map(({ path }) => path)).toEqual(['tongbao.db']);
});

it('keeps the newest ones of its mode, and nobody else loses anything', async () => {
  const home = await makeBackupHome();
  mkdirSync(join(home.into, 'tongbao-trial-20200101-000000'), { recursive: true });
  mkdirSync(join(home.into, 'tongbao-live-20200101-000000'));
  mkdirSync(join(home.into, 'tongbao-trial-20260301-000000.part'));
  const dead = join(home.into, 'tongbao-trial-20260228-000000.part');
  mkdirSync(dead);
  utimesSync(dead, new Date('2026-02-28'), new Date('2026-02-28'));
  for (const day of ['02', '03', '04', '05']) {
    const { code } = await home.cliAt(`2026-03-${day}T04:00:00.000Z`).run('backup', home.into, '--keep', '2');
    expect(code).toBe(0);
  }
  expect(readdirSync(home.into).sort()).toEqual([
    'tongbao-live-20200101-000000',
    'tongbao-trial-20200101-000000',
    'tongbao-trial-20260301-000000.part',
    'tongbao-trial-20260304-120000',
    'tongbao-trial-20260305-120000',
  ]);
});

it('says what is wrong and leaves nothing behind', async () => {
  const home = await makeBackupHome();
  const wrong = async (...args: string[]): Promise<string> => {
    const { code, err } = await home.cliAt(night).run('backup', ...args);
    expect(code).toBe(1);
    return err.join('\n');
  };
  expect(await wrong(home.into, '--keep', '0')).toContain('--keep 不能是“0”');
  writeFileSync(join(home.settings.dataDir, 'a-file'), '');
  expect(await wrong(join(home.settings.dataDir, 'a-file'))).toContain('写不进');
  const file = join(home.settings.dataDir, 'tongbao.db');
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 9)]));
  expect(await wrong(home.into)).toMatch(/损坏|不完整/);
  writeFileSync(file, bytes);
  expect(readdirSync(home.into)).toEqual([]);
});

it('does not touch a running Temporal server that would not survive it', async () => {
  const home = await makeBackupHome();
  const { dataDir } = home.settings;
  const dbFile = join(dataDir, 'temporal.db');
  const temporal = new Sqlite(dbFile);
  temporal.exec('CREATE TABLE executions (id TEXT)');
  temporal.close();
  writeRecord(dataDir, {
    ...{ pid: process.pid, processStart: processStart(process.pid) ?? '', dbFile: '' },
    ...{ port: 1, uiPort: 2, startedAt: '' },
  });
  const { code, err } = await home.cliAt(night).run('backup', home.into);
  expect(code).toBe(1);
  expect(err[0]).toContain('旧版本');
  const { code: alone, out } = await home.cliAt(night).run('backup', home.into, '--database-only');
  expect(alone).toBe(0);
  expect(out[0]).toContain('不含 Temporal');
});

it('has nothing to do before the first start', async () => {
  const home = await makeBackupHome(0);
  const other = { ...home.settings, databaseUrl: 'file:/nowhere/tongbao.db' };
  const cli = home.cliAt(night);
  cli.context.settings = other;
  expect((await cli.run('backup', home.into)).err[0]).toContain('还没有可备份的数据');
});
