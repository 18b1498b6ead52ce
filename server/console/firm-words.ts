import type { Texts } from '../../knowledge/locales/index.ts';
import { inBoth } from './both.ts';

interface Words {
  zh: string;
  en: string;
}

export const choiceOf = (value: string, say: (texts: Texts) => string): Words & { value: string } => ({
  value,
  ...inBoth(say),
});

/** The name of something that more kinds may be added to: a channel, what a message is about. */
export const named = (value: string, of: (texts: Texts) => Record<string, string>): Words =>
  inBoth((t) => of(t)[value] ?? value);

export const stepWords = (step: string | null): Words | null =>
  step === null ? null : named(step, (t) => t.enrollment.stepLabels);
export const statusWords = (status: string | null): Words | null =>
  status === null ? null : named(status, (t) => t.enrollment.statusLabels);
