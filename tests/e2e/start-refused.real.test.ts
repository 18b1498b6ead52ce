import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { recordedServer } from '../../cli/temporal/embedded-server.ts';
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';

/** Whatever is wrong, the person sees one line that says it, and nothing is left running. */
describe('npm start that cannot start', () => {
  let home: AppHome;
  afterEach(() => home.dispose());

  const startFails = async (): Promise<string> => {
    const { code, err } = await home.run(['start']);
    expect(code).toBe(1);
    expect(err).not.toMatch(/\n\s+at /);
    expect(recordedServer(join(home.dataDir, 'trial'))).toBeNull();
    return err.trim().split('\n').at(-1) ?? '';
  };

  it('names a port in use', async () => {
    home = await makeAppHome();
    const taken = createServer().listen(Number(new URL(home.url).port), '127.0.0.1');
    await once(taken, 'listening');
    try {
      expect(await startFails()).toContain(new URL(home.url).port);
    } finally {
      taken.close();
    }
  });

  it('names a data folder that cannot be made', async () => {
    home = await makeAppHome();
    const file = join(home.dataDir, 'not-a-folder');
    writeFileSync(file, '');
    home.env['TONGBAO_DATA_DIR'] = join(file, 'data');
    const line = await startFails();
    expect(line).toContain('not-a-folder');
    expect(line).toMatch(/写|write/);
  });

  it('names a bad setting and what is allowed', async () => {
    home = await makeAppHome({ TONGBAO_MODE: 'demo' });
    const line = await startFails();
    expect(line).toContain('TONGBAO_MODE');
    expect(line).toContain('live');
  });

  it('refuses an invented pack where real firms ask, as the own one and as a further one', async () => {
    for (const setting of ['TONGBAO_PACK', 'TONGBAO_ANSWER_PACKS']) {
      home = await makeAppHome({ TONGBAO_MODE: 'live', [setting]: 'example-2026' });
      const line = await startFails();
      expect(line).toContain('虚构');
      expect(line).toContain('invented');
      if (setting === 'TONGBAO_PACK') await home.dispose();
    }
  });

  it('refuses a second start on the same data folder, and leaves the first alone', async () => {
    home = await makeAppHome();
    const first = await home.start();
    const second = await home.run(['start']);
    expect(second.code).toBe(1);
    expect(second.err).toContain(String(first.pid));
    expect((await fetch(`${home.url}/readyz`)).status).toBe(200);
  });

  it('says that a database is not ours', async () => {
    home = await makeAppHome();
    mkdirSync(join(home.dataDir, 'trial'), { recursive: true });
    writeFileSync(join(home.dataDir, 'trial', 'tongbao.db'), 'not a database at all, only words');
    expect(await startFails()).toContain('tongbao.db');
  });
});
