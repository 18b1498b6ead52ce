import type { Texts } from '../../knowledge/locales/index.ts';

/** What one check found: fine, worth knowing, or in the way. The sentence says what to do about it. */
export interface Finding {
  mark: '✓' | '!' | '✗';
  say: (texts: Texts) => string;
}

type Say = (doctor: Texts['cli']['doctor']) => string;

const finding = (mark: Finding['mark'], say: Say): Finding => ({ mark, say: (t) => say(t.cli.doctor) });

export const fine = (say: Say): Finding => finding('✓', say);
export const notice = (say: Say): Finding => finding('!', say);
export const broken = (say: Say): Finding => finding('✗', say);
