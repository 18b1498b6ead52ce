import { readFile } from 'node:fs/promises';
import { parseLanguageModel } from '../knowledge/answering/language-model/model.ts';
import type { LanguageModel } from '../knowledge/answering/language-model/model.ts';

const weightsFile = new URL('../knowledge/answering/language-model/weights.bin', import.meta.url);

let loaded: Promise<LanguageModel> | null = null;

/** Reads the language model's weights, once a process: it is the same for every pack. */
export function loadLanguageModel(): Promise<LanguageModel> {
  return (loaded ??= readFile(weightsFile).then(parseLanguageModel));
}
