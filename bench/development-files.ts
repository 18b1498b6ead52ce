import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const developmentSets = new URL('../tests/answering/dev/', import.meta.url);

/** The development questions; never the frozen ones. */
export const developmentFiles = (): string[] =>
  readdirSync(developmentSets)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, developmentSets)));
