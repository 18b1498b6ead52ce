import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './settings.ts';
import { settingsDocument } from './settings-document.ts';

writeFileSync(join(projectDir, 'docs/settings.md'), settingsDocument());
