import { expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { applyEdits } from '../../knowledge/packs/apply-edits.ts';
import { listFacts, topicsOf } from '../../knowledge/packs/fact-list.ts';
import { splitPack } from '../../knowledge/packs/split.ts';

const none = { groups: {}, faq: [], removed: [] };
const content = { id: 'a', cap: { amount: 1 }, faq: [{ topic: 'cap', short: '旧' }, { topic: 'claims' }] };

it('replaces groups and answers, adds new answers, and removes', () => {
  const edits = {
    groups: { cap: { amount: 2 } },
    faq: [{ topic: 'cap', short: '新' }, { topic: 'fees' }],
    removed: ['claims'],
  };
  expect(applyEdits(content, edits)).toEqual({
    ...{ id: 'a', cap: { amount: 2 } },
    faq: [{ topic: 'cap', short: '新' }, { topic: 'fees' }],
  });
  expect(content.cap.amount).toBe(1);
});

it('leaves alone what makes a pack this one', () => {
  const groups = { id: 'b', fictional: true, faq: [], verified: true, __proto__: { x: 1 } };
  expect(applyEdits(content, { ...none, groups })).toEqual(content);
});

it('lists what an answer may take from the facts, with what becomes of it', async () => {
  const pack = await loadPack('jiangsu-2022');
  const facts = listFacts(pack);
  const of = (placeholder: string) => facts.find((fact) => fact.placeholder === placeholder);
  expect(of('{payout.ratioPercent|percent}')).toMatchObject({ zh: '80%', en: '80%' });
  expect(of('{cap.amount|usd}')?.zh).toBe('15万美元');
  expect(facts.some(({ placeholder }) => placeholder.includes('.section'))).toBe(false);
  expect(topicsOf(pack, 'payout')).toContain('payout-ratio');
});

it('splits a pack into its files', () => {
  expect(splitPack(content)).toEqual([
    { name: 'pack.json', text: '{\n  "id": "a",\n  "cap": {\n    "amount": 1\n  }\n}\n' },
    { name: 'faq.json', text: `${JSON.stringify(content.faq, null, 2)}\n` },
  ]);
});
