import type { Texts } from '../../../knowledge/locales/index.ts';
import { inBothLanguages } from '../../both-languages.ts';

/** Description of a command of recovery, its argument or option, as help shows it. */
export const inRecovery = (key: keyof Texts['recovery']['describe']): string =>
  inBothLanguages((t) => t.recovery.describe[key]);
