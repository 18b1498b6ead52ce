/** Unified social credit code, GB 32100-2015: 17 characters and a check character, without I, O, S, V and Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type UsccCheck =
  | { ok: true }
  | { ok: false; code: 'length'; length: number }
  | { ok: false; code: 'character'; character: string; position: number }
  /** `expected` is what the other 17 characters ask for; the slip may also be in one of them. */
  | { ok: false; code: 'checkCharacter'; expected: string };

/** Full-width to half-width, upper case, without the spaces and hyphens that people put in to read it. */
export function normaliseUscc(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '');
}

/** The check character of the first 17; null where one of them is not in the character set. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = characters.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return characters[(31 - (sum % 31)) % 31] ?? null;
}

/** Checks a code that `normaliseUscc` has been over. */
export function checkUscc(uscc: string): UsccCheck {
  const all = Array.from(uscc);
  if (all.length !== 18) return { ok: false, code: 'length', length: all.length };
  const wrong = all.findIndex((c) => !characters.includes(c));
  if (wrong >= 0) return { ok: false, code: 'character', character: all[wrong] ?? '', position: wrong + 1 };
  const expected = usccCheckCharacter(uscc.slice(0, 17)) ?? '';
  return expected === all[17] ? { ok: true } : { ok: false, code: 'checkCharacter', expected };
}
