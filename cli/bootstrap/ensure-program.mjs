import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectDir } from './ensure-ready.mjs';
import { NotReady } from './not-ready.mjs';

/** What connects to Temporal is the office's to write, outside of the rooms. */
const alone = ['package-lock.json', 'temporal.config.ts'];
const rooms = ['activities', 'bot', 'cli', 'knowledge', 'prisma', 'server', 'workflows'];
/** A program that still runs may yet load a part of what it was started from. */
const keptBuilds = 5;
/** Written last: without it a build is not whole. */
const doneMark = '.done';

/**
 * The address of the program's main module, built of the sources as they are now: Node spends more time on loading a
 * thousand files one by one than most commands take. What was built before of the same sources is used again. Throws
 * NotReady for sources that cannot be built; null where nothing can be written, and the sources must be loaded.
 */
export async function ensureProgram(folder = projectDir) {
  const builds = join(folder, 'dist/program');
  const build = join(builds, sourceStamp(folder));
  const main = pathToFileURL(join(build, 'main.mjs')).href;
  const isWhole = () => existsSync(join(build, doneMark));
  if (isWhole()) return main;
  let draft;
  try {
    mkdirSync(builds, { recursive: true });
    draft = mkdtempSync(join(builds, '.draft-'));
  } catch {
    return null;
  }
  try {
    await bundle(folder, draft);
    // Cut off on its way, as by a power cut.
    if (existsSync(build) && !isWhole()) rmSync(build, { recursive: true, force: true });
    renameSync(draft, build);
    removeOldest(builds);
  } catch (error) {
    // Somebody else was faster with the same; and what cannot be put in place can still be loaded from its sources.
    if (Array.isArray(error.errors)) throw asNotReady(error);
    if (!isWhole()) return null;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return main;
}

async function bundle(folder, outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: folder,
    entryPoints: ['cli/main.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Workflows are started by their functions' names.
    keepNames: true,
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [{ name: 'tongbao', setup: keepPlaces }],
  });
  for (const name of readdirSync(outdir)) flush(join(outdir, name));
  writeFileSync(join(outdir, doneMark), '');
}

/** Else the name may outlive a power cut, and what is in the file not. */
function flush(path) {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** Packages stay where they are, and every module still finds the files beside its source. */
function keepPlaces(build) {
  build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || path.endsWith('.json') ? undefined : { path, external: true },
  );
  build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const place = JSON.stringify(pathToFileURL(path).href);
    return { loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', place) };
  });
}

/** Of the names, sizes and times of all sources: a thousand files are looked at in ten milliseconds, and read in many more. */
function sourceStamp(folder) {
  const hash = createHash('sha256').update(folder);
  for (const name of alone.filter((one) => existsSync(join(folder, one)))) {
    hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  }
  for (const room of rooms.filter((name) => existsSync(join(folder, name)))) {
    for (const name of readdirSync(join(folder, room), { recursive: true }).sort()) {
      if (!/\.(ts|mjs)$/.test(name)) continue;
      const { size, mtimeMs } = statSync(join(folder, room, name));
      hash.update(`\0${room}/${name} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function removeOldest(builds) {
  const byAge = readdirSync(builds)
    .map((name) => ({ name, made: statSync(join(builds, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.made - a.made);
  for (const { name } of byAge.slice(keptBuilds))
    rmSync(join(builds, name), { recursive: true, force: true });
}

const asNotReady = (error) =>
  new NotReady(`程序没有生成 / the program could not be built: ${error.message}`, { cause: error });
