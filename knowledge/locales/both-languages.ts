import { UserError } from '../user-error.ts';
import { textsFor } from './index.ts';
import type { Texts } from './index.ts';

/** One line in both languages, as the command line shows what it does. */
export const inBothLanguages = (say: (texts: Texts) => string): string =>
  `${say(textsFor('zh-CN'))} / ${say(textsFor('en'))}`;

export const userError = (say: (texts: Texts) => string, cause?: unknown): UserError =>
  new UserError({ zh: say(textsFor('zh-CN')), en: say(textsFor('en')) }, cause);
