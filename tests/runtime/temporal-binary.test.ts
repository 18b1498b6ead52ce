import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTemporalCli, presentTemporalCli, temporalCliVersion } from '../../cli/temporal/binary.ts';
import { tempFolder } from '../support/temp-folder.ts';

const progress = (): void => undefined;

function program(path: string, source = 'exit 0'): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${source}\n`);
  chmodSync(path, 0o755);
  return path;
}

const cached = (cacheDir: string): string =>
  join(cacheDir, 'tongbao', `temporal-cli-${temporalCliVersion.slice(1)}`, 'temporal');

describe('the temporal program', () => {
  it('is the configured one, before any other', async () => {
    const folder = tempFolder();
    const configuredPath = program(join(folder, 'mine'));
    program(join(folder, 'bin/temporal'));
    const env = { PATH: join(folder, 'bin') };
    await expect(findTemporalCli({ configuredPath, cacheDir: folder, env, progress })).resolves.toBe(
      configuredPath,
    );
  });

  it('is never another one than the configured', async () => {
    const folder = tempFolder();
    program(join(folder, 'bin/temporal'));
    const options = { configuredPath: join(folder, 'nothing'), cacheDir: folder, progress };
    const attempt = findTemporalCli({ ...options, env: { PATH: join(folder, 'bin') } });
    await expect(attempt).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('TEMPORAL_CLI_PATH') as string,
    });
  });

  it('is then the one on PATH, then the cached one', async () => {
    const folder = tempFolder();
    const inCache = program(cached(folder));
    const options = { configuredPath: null, cacheDir: folder, progress };
    await expect(findTemporalCli({ ...options, env: { PATH: '/nonexistent' } })).resolves.toBe(inCache);
    const onPath = program(join(folder, 'bin/temporal'));
    await expect(findTemporalCli({ ...options, env: { PATH: join(folder, 'bin') } })).resolves.toBe(onPath);
  });

  it('is not fetched by asking whether it is here', () => {
    const folder = tempFolder();
    expect(presentTemporalCli({ configuredPath: null, cacheDir: folder, env: {} })).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** No way out: the SDK's download ends at a proxy that does not run. */
const offline = (folder: string): NodeJS.ProcessEnv => ({
  PATH: join(folder, 'bin'),
  HTTPS_PROXY: 'http://127.0.0.1:1',
  https_proxy: 'http://127.0.0.1:1',
});

describe('where the program must be fetched and the SDK cannot', () => {
  it('is compiled once by two that want it at once', async () => {
    const folder = tempFolder();
    program(
      join(folder, 'bin/go'),
      `echo "$@" >> "${folder}/calls"; printf '#!/bin/sh\\n' > "$GOBIN/temporal"; /bin/chmod +x "$GOBIN/temporal"`,
    );
    const options = { configuredPath: null, cacheDir: folder, env: offline(folder), progress };
    const both = await Promise.all([findTemporalCli(options), findTemporalCli(options)]);
    expect(both).toEqual([cached(folder), cached(folder)]);
    expect(readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')).toEqual([
      `install github.com/temporalio/cli/cmd/temporal@${temporalCliVersion}`,
    ]);
  });

  it('says in one line what to install when nothing works, and leaves no half of it', async () => {
    const folder = tempFolder();
    program(join(folder, 'bin/go'), 'echo no module; exit 1');
    const options = { configuredPath: null, cacheDir: folder, env: offline(folder), progress };
    await expect(findTemporalCli(options)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('temporal-cli.log') as string,
    });
    expect(existsSync(cached(folder))).toBe(false);
    expect(readdirSync(join(folder, 'tongbao'))).toEqual(['temporal-cli.log']);
  });
});
