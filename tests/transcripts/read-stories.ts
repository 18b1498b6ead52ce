import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseTranscript } from './parse.ts';
import type { Transcript } from './parse.ts';

/** The transcripts of a folder beside this file, in the order of their names. */
export function readStories(folder: 'stories' | 'planned'): Transcript[] {
  const dir = new URL(`${folder}/`, import.meta.url);
  // An empty folder is not kept.
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) =>
      parseTranscript(`tests/transcripts/${folder}/${name}`, readFileSync(new URL(name, dir), 'utf8')),
    );
}
