import { describe, expect, it } from 'vitest';
import { checkUscc, normaliseUscc, usccCheckCharacter } from '../../knowledge/firms/uscc.ts';

const valid = '91329999MADEM0001Q';

describe('unified social credit code', () => {
  it('accepts a code whose check character fits', () => {
    expect(checkUscc(valid)).toEqual({ ok: true });
  });

  it('finds every slip in a single character', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (let position = 0; position < 18; position += 1) {
      for (const character of characters) {
        if (character === valid[position]) continue;
        const slipped = valid.slice(0, position) + character + valid.slice(position + 1);
        expect(checkUscc(slipped)).toMatchObject({ ok: false, code: 'checkCharacter' });
      }
    }
  });

  it('finds two neighbours that were swapped', () => {
    for (let i = 0; i < 16; i += 1) {
      const [a = '', b = ''] = [valid[i], valid[i + 1]];
      if (a === b) continue;
      expect(checkUscc(valid.slice(0, i) + b + a + valid.slice(i + 2)).ok).toBe(false);
    }
  });

  it.each([
    ['', { ok: false, code: 'length', length: 0 }],
    ['91329999MADEM0001', { ok: false, code: 'length', length: 17 }],
    ['91329999MADEM0001QQ', { ok: false, code: 'length', length: 19 }],
    ['9132999IMADEM0001Q', { ok: false, code: 'character', character: 'I', position: 8 }],
    ['91329999MADEMO001Q', { ok: false, code: 'character', character: 'O', position: 14 }],
    ['S1329999MADEM0001Q', { ok: false, code: 'character', character: 'S', position: 1 }],
    ['91329999MAVEM0001Q', { ok: false, code: 'character', character: 'V', position: 11 }],
    ['91329999MADEM0001Z', { ok: false, code: 'character', character: 'Z', position: 18 }],
    ['91329999MADEM0001R', { ok: false, code: 'checkCharacter', expected: 'Q' }],
    ['淮安91329999MADEM001', { ok: false, code: 'character', character: '淮', position: 1 }],
  ])('refuses %s and says why', (code, problem) => {
    expect(checkUscc(code)).toEqual(problem);
  });

  it.each([
    ['９１３２９９９９ｍａｄｅｍ０００１ｑ', valid],
    ['91329999madem0001q', valid],
    [' 9132 9999 MADE M000 1Q ', valid],
    ['913299-99MADEM0001-Q', valid],
    ['91329999MADEM0001Q\u200b', valid],
  ])('reads %s as it is meant', (typed, code) => {
    expect(normaliseUscc(typed)).toBe(code);
  });

  it('has no check character for what is not a code', () => {
    expect(usccCheckCharacter('IIIIIIIIIIIIIIIII')).toBeNull();
  });
});
