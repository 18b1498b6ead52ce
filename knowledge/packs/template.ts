import type { Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import { forms } from './forms.ts';
import type { PolicyPack, StepGuide } from './schema.ts';

const placeholder = /\{([^{}|]+)(?:\|([^{}|]+))?\}/g;

export interface Filled {
  text: string;
  /** Placeholders that name no fact, or whose form does not fit the fact; left in the text as they are. */
  unresolved: string[];
}

/**
 * Fills `{path}` and `{path|form}` from the facts of the pack. A fact that the source does not state (null) is
 * said to be unstated. In a step's own text, `{menu}`, `{menu.N}` and `{button.N}` are the page's labels.
 */
export function fillTemplate(template: string, pack: PolicyPack, locale: Locale, step?: StepGuide): Filled {
  const unresolved: string[] = [];
  const text = template.replace(placeholder, (whole, path: string, form: string | undefined) => {
    const filled = step === undefined ? undefined : ownLabel(path, pack, locale, step);
    const value = filled ?? fact(path, form, pack, locale);
    if (value === null) unresolved.push(whole);
    return value ?? whole;
  });
  return { text, unresolved };
}

/** The instruction of a step with its labels filled in. */
export const fillStep = (step: StepGuide, pack: PolicyPack, locale: Locale): Filled =>
  fillTemplate(step.instruction[locale], pack, locale, step);

/** The value at `path` (`cap.amount`, `steps.5.buttons.1`); undefined where there is none. */
export function factAt(pack: PolicyPack, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    return (at as Record<string, unknown>)[key];
  }, pack);
}

function fact(path: string, form: string | undefined, pack: PolicyPack, locale: Locale): string | null {
  const value = factAt(pack, path);
  if (value === undefined) return null;
  if (value === null) return textsFor(locale).pack.unstated;
  if (form === 'guide') {
    const step = pack.steps.find((s) => s === value);
    if (step === undefined) return null;
    const filled = fillStep(step, pack, locale);
    return filled.unresolved.length === 0 ? filled.text : null;
  }
  return forms[form ?? 'plain']?.(value, pack, locale) ?? null;
}

function ownLabel(
  path: string,
  pack: PolicyPack,
  locale: Locale,
  step: StepGuide,
): string | null | undefined {
  if (path === 'menu') return forms['path']?.(step.menu, pack, locale) ?? null;
  const own = /^(menu|button)\.(\d+)$/.exec(path);
  if (own === null) return undefined;
  const labels = own[1] === 'menu' ? step.menu : step.buttons;
  return forms['label']?.(labels[Number(own[2])], pack, locale) ?? null;
}
