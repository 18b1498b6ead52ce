import { describe, expect, it } from 'vitest';
import { tableLines, textWidth } from '../../cli/table.ts';

describe('table', () => {
  it.each([
    ['abc', 3],
    ['淮安', 4],
    ['（淮安）', 8],
    ['ＡＢ', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['“a”', 3],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('aligns Chinese and Latin text', () => {
    expect(
      tableLines(
        ['企业', 'n'],
        [
          ['甲', '1'],
          ['abcdef', '2'],
        ],
      ),
    ).toEqual(['企业    n', '------  -', '甲      1', 'abcdef  2']);
  });
});
