import { parseArgs } from 'node:util';
import { loadLanguageModel } from '../activities/language-model.ts';
import { loadPack } from '../activities/load-pack.ts';
import { createSegmenter } from '../activities/segmenter.ts';
import { readSets } from '../cli/question-sets.ts';
import { createPolicyAnswerer } from '../knowledge/answering/answerer.ts';
import { domainWords } from '../knowledge/answering/domain-words.ts';
import { UserError } from '../knowledge/user-error.ts';
import { compareAll } from './compare.ts';
import { developmentFiles } from './development-files.ts';
import { packTexts, trainingTexts } from './known-texts.ts';
import { plainText } from './plain-text.ts';
import { printed } from './print.ts';
import { benchTexts } from './texts.ts';

/** `npm run bench:answers`: our answers beside those of search and language libraries, on the same questions. */
async function main(args: string[]): Promise<number> {
  const wanted = readArguments(args);
  if (wanted === null || wanted.help) {
    for (const texts of benchTexts) console.error(texts.usage);
    return wanted === null ? 1 : 0;
  }
  const { files, nlpjsMost } = wanted;
  const all = await readSets(files.length > 0 ? files : developmentFiles());
  const pack = await loadPack('jiangsu-2022');
  const training = trainingTexts();
  // Whoever has learnt a question by heart shows nothing by answering it.
  const learnt = new Set(training.map(({ text }) => bareForm(text)));
  const expected = all.filter(({ question }) => !learnt.has(bareForm(question)));
  const segment = await createSegmenter(domainWords(pack));
  const comparison = await compareAll({
    expected,
    pack: packTexts(pack),
    training,
    segment,
    openAnswerer: async () => createPolicyAnswerer(pack, segment, await loadLanguageModel()),
    nlpjsMost,
    onStep: (step) => console.error(benchTexts.map((texts) => texts.step(step)).join(' / ')),
  });
  const facts = { seen: all.length - expected.length, nlpjsMost };
  if (wanted.json) console.log(JSON.stringify({ ...comparison, ...facts }));
  else for (const line of printed(comparison, facts)) console.log(line);
  return 0;
}

interface Wanted {
  files: string[];
  json: boolean;
  help: boolean;
  /** nlp.js learns at most so many of each class and language. */
  nlpjsMost: number;
}

/** Null where they make no sense. */
function readArguments(args: string[]): Wanted | null {
  const options = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    'nlpjs-most': { type: 'string', default: '150' },
  } as const;
  try {
    const { values, positionals: files } = parseArgs({ args, allowPositionals: true, options });
    const nlpjsMost = Number(values['nlpjs-most']);
    const { json, help } = values;
    return Number.isInteger(nlpjsMost) && nlpjsMost > 0 ? { files, json, help, nlpjsMost } : null;
  } catch {
    // An option that is not known: the usage says which are.
    return null;
  }
}

const bareForm = (text: string): string => plainText(text).replace(/[^\p{L}\p{N}]+/gu, '');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
