import { parseArgs } from 'node:util';
import { loadLanguageModel } from '../activities/language-model.ts';
import { loadPack } from '../activities/load-pack.ts';
import { createSegmenter } from '../activities/segmenter.ts';
import { createPolicyAnswerer } from '../knowledge/answering/answerer.ts';
import { domainWords } from '../knowledge/answering/domain-words.ts';
import { UserError } from '../knowledge/user-error.ts';
import { compareAll } from './compare.ts';
import { packTexts, trainingTexts } from './known-texts.ts';
import { plainText } from './plain-text.ts';
import { printed } from './print.ts';
import { developmentFiles, readSets } from './read-sets.ts';
import { benchTexts } from './texts.ts';

/** `npm run bench:answers`: our answers beside those of search and language libraries, on the same questions. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const nlpjsMost = Number(values['nlpjs-most']);
  if (values.help || !Number.isInteger(nlpjsMost) || nlpjsMost < 1) {
    for (const texts of benchTexts) console.error(texts.usage);
    return values.help ? 0 : 1;
  }
  const all = readSets(positionals.length > 0 ? positionals : developmentFiles());
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
  if (values.json) console.log(JSON.stringify({ ...comparison, ...facts }));
  else for (const line of printed(comparison, facts)) console.log(line);
  return 0;
}

const readArguments = (
  args: string[],
): { values: { json: boolean; help: boolean; 'nlpjs-most': string }; positionals: string[] } =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'nlpjs-most': { type: 'string', default: '60' },
    },
  });

const bareForm = (text: string): string => plainText(text).replace(/[^\p{L}\p{N}]+/gu, '');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
