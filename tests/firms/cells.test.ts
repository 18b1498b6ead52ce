import { describe, expect, it } from 'vitest';
import { cellText } from '../../knowledge/firms/cells.ts';

describe('text of a cell', () => {
  it.each([
    ['\u001B[2J\u001B[31m淮安示例公司', '[2J [31m淮安示例公司'],
    ['淮安\u0000示例\u007F公司', '淮安 示例 公司'],
    ['\u202E司公\u202C淮安\u2066示例\u2069', '司公淮安示例'],
    [' 淮安\r\n示例\t公司 ', '淮安 示例 公司'],
  ])('%j holds nothing that acts on a terminal or turns the text round', (cell, text) => {
    expect(cellText(cell)).toEqual({ ok: true, text });
  });

  it('is no formula behind such a character either', () => {
    expect(cellText('\u202E=1+1')).toMatchObject({ ok: false, problem: { code: 'cellIsFormula' } });
  });
});
