import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptWorkflowBundle } from '../../activities/bundle.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('keeps the bundle of these sources, and that of no others', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, '0123456789abcdef.js'), 'of other sources');
  const { code } = await keptWorkflowBundle(folder);
  expect(code).toContain('enrollment');
  const kept = readdirSync(folder);
  expect(kept).toHaveLength(1);
  expect(kept).not.toContain('0123456789abcdef.js');

  writeFileSync(join(folder, kept[0] ?? ''), 'kept');
  expect(await keptWorkflowBundle(folder)).toEqual({ code: 'kept' });
});

it('is made anew where nothing can be kept', async () => {
  const folder = join(tempFolder(), 'file');
  writeFileSync(folder, '');
  expect((await keptWorkflowBundle(folder)).code).toContain('enrollment');
});
