import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNode, isGenerated, isInstalled } from '../../cli/bootstrap/ensure-ready.mjs';
import { countTests } from '../../cli/bootstrap/vitest-check.mjs';
import { tempFolder } from '../support/temp-folder.ts';

const lockOf = (version: string): string =>
  JSON.stringify({
    packages: {
      '': { name: 'x' },
      'node_modules/a': { version },
      'node_modules/b-win32': { version: '1.0.0', optional: true },
    },
  });

/** A project of our shape, in which `npm` is a script that only notes its calls. */
function project(npm = 'mkdir -p node_modules'): {
  folder: string;
  run: (more?: Record<string, string>) => { status: number; stderr: string };
} {
  const folder = tempFolder();
  mkdirSync(join(folder, 'cli'));
  cpSync('cli/bootstrap', join(folder, 'cli/bootstrap'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'package-lock.json'), lockOf('1.0.0'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\necho "$1" >> calls\n${npm}\n`);
  chmodSync(join(folder, 'bin/npm'), 0o755);
  const source = `
    const { ensureReady } = await import('./cli/bootstrap/ensure-ready.mjs');
    try { await ensureReady(); } catch (error) { console.error(error.message); process.exitCode = 1; }`;
  const run = (more: Record<string, string> = {}): { status: number; stderr: string } => {
    const env = { PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter) };
    const stderrFile = join(folder, 'stderr');
    const command = `"${process.execPath}" --input-type=module -e "$SOURCE" 2> stderr; echo $?`;
    const out = execFileSync('/bin/sh', ['-c', command], {
      cwd: folder,
      env: { ...env, ...more, SOURCE: source },
      encoding: 'utf8',
    });
    return { status: Number(out.trim()), stderr: readFileSync(stderrFile, 'utf8') };
  };
  return { folder, run };
}

const callsIn = (folder: string): string[] =>
  existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0'])('%s will do', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  it.each(['18.20.0', '20.18.9'])('%s is refused in one line', (version) => {
    expect(() => checkNode(version)).toThrow(/20\.19/);
    expect(() => checkNode(version)).not.toThrow(/\n/);
  });
});

describe('dependencies', () => {
  it('are installed once, and again when the lock file changes', () => {
    const { folder, run } = project();
    expect(run().status).toBe(0);
    expect(run()).toEqual({ status: 0, stderr: '' });
    expect(callsIn(folder)).toEqual(['ci']);
    writeFileSync(join(folder, 'package-lock.json'), lockOf('1.0.1'));
    expect(isInstalled(folder)).toBe(false);
    expect(run().status).toBe(0);
    expect(callsIn(folder)).toEqual(['ci', 'ci']);
  });

  it('are installed without our secrets in their environment', () => {
    const { folder, run } = project('env > seen; mkdir -p node_modules');
    const secrets = {
      TELEGRAM_BOT_TOKEN: '1:geheim',
      TELEGRAM_PROXY: 'http://u:geheim@127.0.0.1:1',
      DATABASE_URL: 'file:/geheim.db',
      TEMPORAL_API_KEY: 'geheim',
    };
    expect(run({ ...secrets, HTTPS_PROXY: 'http://127.0.0.1:2' }).status).toBe(0);
    const seen = readFileSync(join(folder, 'seen'), 'utf8');
    expect(seen).toContain('HTTPS_PROXY=');
    expect(seen).not.toContain('geheim');
  });

  it('are installed again for a Node with another binary interface', () => {
    const { folder, run } = project();
    run();
    const path = join(folder, 'node_modules/.tongbao-lock');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/ \d+-/, ' 1-'));
    expect(isInstalled(folder)).toBe(false);
  });

  it('that were installed by hand are left alone', () => {
    const { folder, run } = project();
    mkdirSync(join(folder, 'node_modules'));
    const present = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(present));
    expect(run().status).toBe(0);
    expect(callsIn(folder)).toEqual([]);
  });

  it('that could not be installed are told in one line with the place of the log', () => {
    const { folder, run } = project('echo no network; exit 7');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('(7): .tongbao/npm-ci.log');
    expect(readFileSync(join(folder, '.tongbao/npm-ci.log'), 'utf8')).toContain('no network');
    expect(isInstalled(folder)).toBe(false);
  });

  it('are installed differently where npm refuses the lock file', () => {
    const { folder, run } = project(
      '[ "$1" = install ] && mkdir -p node_modules && exit 0; echo EUSAGE; exit 1',
    );
    expect(run().status).toBe(0);
    expect(callsIn(folder)).toEqual(['ci', 'install']);
  });
});

it('knows when the database client must be generated again', () => {
  const folder = tempFolder();
  expect(isGenerated(folder)).toBe(true);
  mkdirSync(join(folder, 'prisma'));
  writeFileSync(join(folder, 'prisma/schema.prisma'), 'model A {}');
  expect(isGenerated(folder)).toBe(false);
});

describe('counting tests', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
  const report = { success: true, numPassedTests: 1, numFailedTests: 0, testResults: [passed] };

  it.each([
    ['a green run', report, true, { passed: 1, failed: 0 }],
    ['no report at all', null, false, { passed: 0, failed: 1 }],
    [
      'a run without tests',
      { ...report, numPassedTests: 0, testResults: [] },
      true,
      { passed: 0, failed: 1 },
    ],
    ['green tests with an unhandled error', report, false, { passed: 1, failed: 1 }],
    [
      'a failed test',
      {
        ...{ success: false, numPassedTests: 1, numFailedTests: 1 },
        testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }],
      },
      false,
      { passed: 1, failed: 1 },
    ],
    [
      'a file that could not be loaded',
      { ...report, success: false, testResults: [passed, { status: 'failed', assertionResults: [] }] },
      false,
      { passed: 1, failed: 1 },
    ],
  ])('%s', (_what, given, endedWell, expected) => {
    expect(countTests(given, endedWell)).toEqual(expected);
  });
});
