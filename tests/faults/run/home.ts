import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReady } from '../../../cli/bootstrap/ensure-ready.mjs';
import type { Role } from '../../../cli/instance-lock.ts';
import { readSettings } from '../../../cli/settings.ts';
import type { Settings } from '../../../cli/settings.ts';
import { recordedServer } from '../../../cli/temporal/embedded-server.ts';
import { freePort } from '../../../cli/temporal/free-port.ts';
import { runTongbao } from '../../support/run-tongbao.ts';
import { temporalCliPath } from '../../support/temporal-cli.ts';
import type { FaultyTelegram } from '../telegram/faulty-telegram.ts';
import { createJumpingClock } from './clock.ts';
import type { JumpingClock } from './clock.ts';

/** The folder and the settings that all processes of the program share. */
export interface Home {
  folder: string;
  settings: Settings;
  clock: JumpingClock;
  /** Each process calls Telegram under its own name, and all live by one clock. */
  env: (role: Role) => NodeJS.ProcessEnv;
  /** Runs a command to its end, as staff do; it is not killed and its clock is right. */
  run: (...args: string[]) => Promise<{ code: number | null; out: string; err: string }>;
  remove(): Promise<void>;
}

export async function makeHome(telegram: FaultyTelegram): Promise<Home> {
  // Else four processes find at once that something has to be installed.
  await ensureReady();
  const folder = await mkdtemp(join(tmpdir(), 'tongbao-faults-'));
  const clock = createJumpingClock(folder);
  const shared: NodeJS.ProcessEnv = {
    ...process.env,
    TONGBAO_MODE: 'trial',
    TONGBAO_DATA_DIR: folder,
    TONGBAO_PORT: String(await freePort()),
    TEMPORAL_CLI_PATH: await temporalCliPath(),
    TELEGRAM_BOT_TOKEN: '4242:faults',
  };
  const env: Home['env'] = (role) => ({ ...shared, ...clock.env, TELEGRAM_API_ROOT: telegram.apiRoot(role) });
  const commandLine = { ...shared, TELEGRAM_API_ROOT: telegram.apiRoot('cli') };
  const settings = readSettings(commandLine);
  await mkdir(settings.dataDir, { recursive: true });
  const endTemporal = (): void => {
    const left = recordedServer(settings.dataDir);
    if (left !== null) process.kill(left.pid, 'SIGKILL');
  };
  process.once('exit', endTemporal);
  return {
    folder,
    settings,
    clock,
    env,
    run: (...args) => runTongbao(commandLine, args),
    async remove() {
      process.removeListener('exit', endTemporal);
      endTemporal();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
