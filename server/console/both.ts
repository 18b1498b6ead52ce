import { textsFor } from '../../knowledge/locales/index.ts';
import type { Texts } from '../../knowledge/locales/index.ts';

/** A text of the locales, as the pages get it: they show the reader's language. */
export const inBoth = (say: (texts: Texts) => string): { zh: string; en: string } => ({
  zh: say(textsFor('zh-CN')),
  en: say(textsFor('en')),
});
