import { describe, expect, it } from 'vitest';
import { textsFor } from '../../knowledge/locales/index.ts';

/** Every key with what it holds: a sentence, a list of that many, or a function of that many parameters. */
function shapeOf(value: unknown, path: string): string[] {
  if (typeof value === 'function') return [`${path}(${value.length})`];
  if (Array.isArray(value)) return [`${path}[${value.length}]`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value)
    .flatMap(([key, held]) => shapeOf(held, path === '' ? key : `${path}.${key}`))
    .sort();
}

function emptyIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value === '' ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => emptyIn(held, `${path}.${key}`));
}

describe('the texts of both languages', () => {
  it('have the same keys, of the same kind', () => {
    expect(shapeOf(textsFor('en'), '')).toEqual(shapeOf(textsFor('zh-CN'), ''));
  });

  it.each(['zh-CN', 'en'] as const)('leave no sentence empty in %s', (locale) => {
    expect(emptyIn(textsFor(locale), locale)).toEqual([]);
  });
});
