import { expect, it } from 'vitest';
import { mailWords } from '../../bot/engine/mail-words.ts';

it.each([
  ['我的邮箱是 wang.li@mail.example.com', 'wang.li@mail.example.com'],
  ['my email is a@b.cn', 'a@b.cn'],
  ['发到我的邮箱a@b。cn', 'a@b。cn'],
  ['a@b', null],
])('%s', (said, expected) => {
  expect(mailWords(said)).toBe(expected);
});

it('is done with texts that are made to be split in many ways', () => {
  // With labels that may hold dots each of these would be tried in more ways than there are atoms.
  for (const dot of ['.', '。', '．']) {
    expect(mailWords(`a@b${`${dot}b`.repeat(140)} ,x`)).toBeNull();
    expect(mailWords(`a@${dot.repeat(290)}!x`)).toBeNull();
  }
  expect(mailWords(`${'@'.repeat(290)} x`)).toBeNull();
});
