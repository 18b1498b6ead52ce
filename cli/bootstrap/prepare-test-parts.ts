import { execFileSync } from 'node:child_process';
import { inBothLanguages, userError } from '../both-languages.ts';
import { readSettings, projectDir } from '../settings.ts';
import { findTemporalCli, onPath } from '../temporal/binary.ts';
import { runLogged } from '../temporal/run-logged.ts';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { chromiumNames } from './chromium-names.ts';
import { findTimeSkippingServer } from './time-skipping-server.ts';

const progress = (line: string): void => console.error(line);

/** Fetches what the tests run on and this machine lacks: Temporal's programs, a browser with Chinese fonts. */
export async function prepareTestParts(): Promise<void> {
  const { temporalCliPath, cacheDir, childEnv: env } = readSettings();
  await findTemporalCli({ configuredPath: temporalCliPath, cacheDir, env, progress });
  await prepareBrowser(env);
  try {
    await findTimeSkippingServer({ cacheDir, env, progress });
  } catch (error) {
    const lacking = onPath('java', env) === null || onPath('mvn', env) === null;
    if (!lacking || !(await aptInstall(['openjdk-17-jre-headless', 'maven'], env))) throw error;
    await findTimeSkippingServer({ cacheDir, env, progress });
  }
}

async function prepareBrowser(env: NodeJS.ProcessEnv): Promise<void> {
  const hasBrowser = chromiumNames.some((name) => onPath(name, env) !== null);
  const missing = [...(hasBrowser ? [] : ['chromium']), ...(hasChineseFont(env) ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0 || (await aptInstall(missing, env))) return;
  if (!hasBrowser) throw userError((t) => t.cli.runtime.browserMissing());
  progress(inBothLanguages((t) => t.cli.runtime.chineseFontMissing()));
}

function hasChineseFont(env: NodeJS.ProcessEnv): boolean {
  const list = onPath('fc-list', env);
  if (list === null) return false;
  return execFileSync(list, [':lang=zh', 'family'], { env, encoding: 'utf8' }).trim() !== '';
}

/** Installs system packages where that is possible without asking: Debian or Ubuntu, as root. */
async function aptInstall(packages: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const apt = onPath('apt-get', env);
  if (apt === null || process.getuid?.() !== 0) return false;
  progress(inBothLanguages((t) => t.cli.runtime.installingPackages({ packages: packages.join(' ') })));
  const folder = join(projectDir, '.tongbao');
  mkdirSync(folder, { recursive: true });
  const run = (...args: string[]): Promise<boolean> =>
    runLogged({
      command: apt,
      args,
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      logFile: join(folder, 'apt.log'),
      onStillRunning: (seconds) => progress(`  … ${seconds} 秒 / ${seconds} s`),
    });
  return (
    (await run('update', '-qq')) &&
    (await run('install', '-y', '-qq', '--no-install-recommends', ...packages))
  );
}
