import { languageOf } from '../../knowledge/answering/text/language.ts';
import { topicIds } from '../../knowledge/topics.ts';
import type { Hit, LabelledText, OpenContender } from '../contender.ts';
import { plainText } from '../plain-text.ts';

/**
 * nlp.js: one classifier a language, a class a label. Its training time grows with texts times classes, so at most
 * `mostOfGroup` texts of each group are learnt, evenly spread over what there is.
 */
export const nlpjsWith =
  (mostOfGroup: number): OpenContender =>
  async (texts) => {
    const { containerBootstrap, LangEn, Nlp } = await import('@nlpjs/basic');
    const { LangZh } = await import('@nlpjs/lang-zh');
    const container = await containerBootstrap();
    container.use(LangZh);
    container.use(LangEn);
    const nlp = new Nlp({ container, languages: ['zh', 'en'], autoSave: false, nlu: { log: false } });
    for (const language of ['zh', 'en']) nlp.addLanguage(language);
    const learnt = spread(texts, mostOfGroup);
    for (const { text, label } of learnt) {
      nlp.addDocument(languageCode(text), plainText(text), label);
    }
    await withoutItsOutput(() => nlp.train());
    return {
      name: 'nlp.js',
      texts: learnt.length,
      async search(question) {
        const { classifications } = await nlp.process(languageCode(question), plainText(question));
        return classifications.map(({ intent, score }): Hit => ({
          label: topicIds.find((topic) => topic === intent) ?? 'foreign',
          score,
        }));
      },
    };
  };

const languageCode = (text: string): 'zh' | 'en' => (languageOf(plainText(text)) === 'en' ? 'en' : 'zh');

/** At most so many of each group and language, evenly spread. */
function spread(texts: readonly LabelledText[], most: number): LabelledText[] {
  const groups = new Map<string, LabelledText[]>();
  for (const text of texts) {
    const key = `${text.group} ${languageCode(text.text)}`;
    const group = groups.get(key) ?? [];
    group.push(text);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const step = Math.max(1, group.length / most);
    return group.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  });
}

/** It prints that it reads its dictionary, where a table or JSON is expected. */
async function withoutItsOutput(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
