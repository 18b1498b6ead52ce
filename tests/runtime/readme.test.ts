import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingSettings } from '../../cli/settings-document.ts';
import { projectDir } from '../../cli/settings.ts';

describe.each(['README.md', 'README.en.md'])('%s', (file) => {
  it('names every setting', () => {
    expect(missingSettings(readFileSync(join(projectDir, file), 'utf8'))).toEqual([]);
  });
});
