import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { projectDir } from './ensure-ready.mjs';
import { takeLock } from './pid-lock.mjs';
import { runStep } from './run-step.mjs';

/** Builds the console's pages into `dist/console` where they are missing or not of these sources. Throws NotReady. */
export async function ensureConsole(folder = projectDir) {
  const stamp = sourceStamp(folder);
  if (isBuilt(folder, stamp)) return;
  const release = await lock(folder);
  try {
    if (isBuilt(folder, stamp)) return;
    await runStep({
      folder,
      name: 'console',
      say: '正在生成管理台的页面… / building the pages of the console...',
      failed: '管理台的页面没有生成 / the pages of the console could not be built',
      command: [process.execPath, join(folder, 'node_modules/vite/bin/vite.js'), 'build', 'console'],
    });
    writeFileSync(join(folder, 'dist/console/.stamp'), stamp);
  } finally {
    release();
  }
}

const isBuilt = (folder, stamp) => {
  try {
    return readFileSync(join(folder, 'dist/console/.stamp'), 'utf8') === stamp;
  } catch {
    return false;
  }
};

/** Of every source with its name, and of the versions that it is built with. */
function sourceStamp(folder) {
  const hash = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')));
  const sources = readdirSync(join(folder, 'console'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of sources) hash.update(`\0${path.slice(folder.length)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

async function lock(folder) {
  mkdirSync(join(folder, '.tongbao'), { recursive: true });
  for (;;) {
    const held = takeLock(join(folder, '.tongbao/console.lock'));
    if (held.taken) return held.release;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
