import { describe, expect, it } from 'vitest';
import { parseRemind } from '../../bot/engine/handlers/staff/parse-remind.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

describe('what /remind understands', () => {
  const jiangsu = { cities: ['南京', '淮安'], province: '江苏省', provinceAliases: ['江苏'] };

  it.each([
    [fictionalUscc(1), { uscc: fictionalUscc(1) }],
    [fictionalUscc(1).toLowerCase(), { uscc: fictionalUscc(1) }],
    ['city=淮安 step=sealed', { city: '淮安', reportedStep: 'sealed' }],
    ['城市=淮安 步骤=制章', { city: '淮安', reportedStep: 'sealed' }],
    ['城市=江苏省淮安市 步骤=Sealed', { city: '淮安', reportedStep: 'sealed' }],
    ['城市＝淮安，步骤：未开始', { city: '淮安', reportedStep: 'none' }],
    ['淮安', { city: '淮安' }],
    ['淮安市 步骤=制章', { city: '淮安', reportedStep: 'sealed' }],
    ['step = confirmed', { reportedStep: 'confirmed' }],
    ['STEP=none', { reportedStep: 'none' }],
    ['全部', {}],
    ['all', {}],
  ])('reads "%s"', (args, filter) => {
    expect(parseRemind(args, jiangsu)).toEqual({ ok: true, filter });
  });

  it.each(['', '火星', 'city=', 'city=北京', 'step=nonsense', 'colour=red', `${fictionalUscc(1)} city=淮安`])(
    'refuses "%s"',
    (args) => {
      expect(parseRemind(args, jiangsu)).toMatchObject({ ok: false });
    },
  );

  it('knows the cities when somebody names another one', () => {
    expect(parseRemind('城市=火星', jiangsu)).toEqual({
      ok: false,
      part: '城市=火星',
      cities: jiangsu.cities,
    });
  });
});
