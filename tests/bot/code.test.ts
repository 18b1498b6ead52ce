import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { looksLikeCode, makeCode, normaliseCode } from '../../bot/engine/code.ts';

it('makes codes that are recognised, survive typing and fit into a deep link', () => {
  const codes = Array.from({ length: 500 }, () => makeCode(randomBytes));
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(looksLikeCode(code)).toBe(true);
    expect(normaliseCode(code)).toBe(code);
    expect(normaliseCode(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `)).toBe(code);
  }
});

it('reads O as 0 and I or L as 1', () => {
  expect(normaliseCode('oil45-abcde')).toBe('01145ABCDE');
});

it.each(['agreement', '450000USD', '2021年', '12345678', 'hello world', '91320899MA00000020'])(
  'does not take "%s" for a code',
  (text) => {
    expect(looksLikeCode(text)).toBe(false);
  },
);
