import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = 'bot/channels/botpress';
interface Bundle {
  definition: { actions: object; events: object; states: object };
  createBot: (ports: object) => { actionHandlers: Record<string, unknown>; handler: unknown };
}

let dir: string;
let bundle: Bundle;
let size: number;
beforeAll(async () => {
  // Bundled without the internet and without Botpress, in the form that its command line would upload.
  const { outputFiles } = await build({
    stdin: {
      contents: `export { default as definition } from './bot.definition.ts'; export { createBot } from './create-bot.ts';`,
      resolveDir: folder,
      loader: 'ts',
    },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false, logLevel: 'silent' },
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('nothing was bundled');
  dir = await mkdtemp(join(tmpdir(), 'tongbao-botpress-'));
  const path = join(dir, 'bundle.cjs');
  await writeFile(path, file.contents);
  size = file.contents.length;
  bundle = createRequire(import.meta.url)(path) as Bundle;
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it('is bundled whole, and small enough to upload', () => {
  expect(size).toBeGreaterThan(100_000);
  expect(size).toBeLessThan(8_000_000);
});

it('declares what the bot does, and the bot does what it declares', () => {
  const { definition } = bundle;
  const bot = bundle.createBot({ actions: {} });
  const actions = ['askPolicy', 'checkEligibility', 'enrollmentStatus', 'reportStep'];
  expect(Object.keys(definition.actions).sort()).toEqual(actions);
  for (const action of actions) expect(bot.actionHandlers[action]).toBeTypeOf('function');
  expect(Object.keys(definition.events)).toEqual(['statusChanged']);
  expect(Object.keys(definition.states)).toEqual(['offered']);
  expect(bot.handler).toBeTypeOf('function');
});
