import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { NotReady } from './not-ready.mjs';
import { takeLock } from './pid-lock.mjs';
import { runStep } from './run-step.mjs';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes a fresh or updated clone ready to run: dependencies installed, Prisma client generated. Needs nothing but Node.
 * Writes to standard error only. Throws NotReady.
 */
export async function ensureReady(folder = projectDir) {
  checkNode(process.versions.node);
  if (isInstalled(folder) && isGenerated(folder)) return;
  const release = await lock(folder);
  try {
    if (!isInstalled(folder)) await install(folder);
    if (!isGenerated(folder)) await generate(folder);
  } finally {
    release();
  }
}

export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new NotReady(
    `统保需要 Node.js 20.19 或更新的版本，现在是 ${version}；请到 https://nodejs.org 更新。 / ` +
      `tongbao needs Node.js 20.19 or newer, this is ${version}; get it from https://nodejs.org`,
  );
}

/** The dependencies fit `package-lock.json` and this Node's binary interface (one of them is compiled). */
export function isInstalled(folder) {
  const path = join(folder, 'node_modules/.tongbao-lock');
  const [wanted, recorded] = [installStamp(folder), textOf(path)];
  if (recorded === wanted) return true;
  // Installed by hand with npm: what npm itself recorded is as good, unless it was compiled for another Node.
  const sameNode = recorded === null || recorded.split(' ')[1] === wanted.split(' ')[1];
  if (!sameNode || !npmInstalledAll(folder)) return false;
  writeFileSync(path, wanted);
  return true;
}

export function isGenerated(folder) {
  const stamp = generateStamp(folder);
  return stamp === null || textOf(join(folder, 'prisma/generated/.tongbao-schema')) === stamp;
}

function npmInstalledAll(folder) {
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(
      readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'),
    ).packages;
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' ||
        (path in present ? present[path].version === entry.version : (entry.optional ?? false)),
    );
  } catch {
    return false;
  }
}

const installStamp = (folder) =>
  `${hash(readFileSync(join(folder, 'package-lock.json')))} ${process.versions.modules}-${process.arch}\n`;

/** Null when there is no schema to generate from. */
function generateStamp(folder) {
  const parts = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];
  const [schema, ...rest] = parts.map((path) => textOf(join(folder, path)));
  return schema === null ? null : `${hash([schema, ...rest].join('\0'))}\n`;
}

async function install(folder) {
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await runStep({
    folder,
    name: 'npm-ci',
    say: '正在安装依赖（第一次约 1 到 3 分钟）… / installing dependencies (1 to 3 minutes the first time)...',
    failed: '依赖没有装成 / the dependencies could not be installed',
    command: [...npm, 'ci', ...quiet],
    // `npm ci` refuses a lock file that lacks other platforms' builds, as registries without them make it.
    otherwise: { when: /EUSAGE/, command: [...npm, 'install', '--no-save', ...quiet] },
    env: { ...prismaEnvironment(), ...compilerEnvironment() },
  });
  writeFileSync(join(folder, 'node_modules/.tongbao-lock'), installStamp(folder));
}

async function generate(folder) {
  await runStep({
    folder,
    name: 'prisma-generate',
    say: '正在生成数据库客户端… / generating the database client...',
    failed: '数据库客户端没有生成 / the database client could not be generated',
    command: [process.execPath, join(folder, 'node_modules/prisma/build/index.js'), 'generate'],
    env: prismaEnvironment(),
  });
  mkdirSync(join(folder, 'prisma/generated'), { recursive: true });
  writeFileSync(join(folder, 'prisma/generated/.tongbao-schema'), generateStamp(folder));
}

/** Keeps Prisma from fetching an engine that nothing here uses: migrations run on its WASM build. */
function prismaEnvironment() {
  const anyProgram = ['/bin/true', '/usr/bin/true'].find((path) => existsSync(path)) ?? process.execPath;
  return {
    PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: anyProgram,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
}

/** better-sqlite3 may have to be compiled: Node's own headers save fetching them. */
function compilerEnvironment() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  if (process.env.npm_config_nodedir !== undefined || !existsSync(join(prefix, 'include/node/node.h')))
    return {};
  return { npm_config_nodedir: prefix };
}

/** Two commands started together must not both install. */
async function lock(folder) {
  mkdirSync(join(folder, '.tongbao'), { recursive: true });
  for (let told = false; ; told = true) {
    const held = takeLock(join(folder, '.tongbao/prepare.lock'));
    if (held.taken) return held.release;
    if (!told) {
      console.error(
        `另一个统保进程（pid ${held.pid}）正在准备，等它完成… / tongbao (pid ${held.pid}) is getting ready, waiting...`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const hash = (content) => createHash('sha256').update(content).digest('hex');
