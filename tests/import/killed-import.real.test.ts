import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { launcher } from '../support/run-tongbao.ts';
import { until } from '../support/until.ts';
import { goodRow, writeList } from './approved-list-file.ts';

const total = 6000;
let home: AppHome;
let stores: Stores;

beforeEach(async () => {
  home = await makeAppHome({ TONGBAO_MODE: 'live' });
  // Makes the database, so that this process may look into it while the import writes.
  expect((await home.run(['firms'])).code).toBe(0);
  stores = await openStores(`file:${join(home.dataDir, 'live', 'tongbao.db')}`);
});
afterEach(async () => {
  await stores.close();
  await home.dispose();
});

const countFirms = async (): Promise<number> =>
  (await stores.firms.listFirms({ packId: 'jiangsu-2022' }, { limit: 20_000 })).length;

describe('an import that is killed', () => {
  it('leaves whole batches, and the same import again completes it', async () => {
    const rows = Array.from({ length: total }, (_, i) => goodRow(i + 1));
    const file = await writeList(home.dataDir, 'list.csv', rows);
    const running = home.spawn(['import', file]);
    await until(async () => (await countFirms()) > 0);
    expect(await running.kill('SIGKILL')).toBe('SIGKILL');
    const written = await countFirms();
    expect(written % 500).toBe(0);

    const again = await home.run(['import', file]);
    expect(again.code).toBe(0);
    expect(again.out).toContain(`新增 ${total - written} 家，更新 0 家，没有变化 ${written} 家。`);
    expect(await countFirms()).toBe(total);
    expect(await stores.enrollments.waitingToStart(20_000)).toHaveLength(total);
  });

  it('is not ended by a reader that closes the pipe', async () => {
    const file = await writeList(home.dataDir, 'list.csv', [goodRow(1)]);
    const child = spawn(process.execPath, [launcher, 'import', file], { env: home.env, stdio: 'pipe' });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
    expect(await countFirms()).toBe(1);
  });
});
