import { expect, it } from 'vitest';
import { mailAddress, maskedAddress } from '../../knowledge/mail/address.ts';

it.each([
  ['wang@example.com', 'wang@example.com'],
  [' Wang.Li+tb@Example.COM.cn ', 'Wang.Li+tb@example.com.cn'],
  ['123456@qq.com', '123456@qq.com'],
  ['wang＠example．com', 'wang@example.com'],
  ['wang@example。com', 'wang@example.com'],
])('reads %j', (typed, address) => {
  expect(mailAddress(typed)).toBe(address);
});

it.each([
  '',
  'wang',
  'wang@',
  '@example.com',
  'wang@example',
  'wang@@example.com',
  'wang@example.com,li@example.com',
  'wang@example.com;li@example.com',
  'wang@example.com li@example.com',
  'wang@example.com\r\nBcc: li@example.com',
  'wang@example.com\nDATA',
  '王 <wang@example.com>',
  '"wang"@example.com',
  'wang(x)@example.com',
  'wang@[127.0.0.1]',
  'wang@127.0.0.1',
  'wang@-example.com',
  '.wang@example.com',
  'wa..ng@example.com',
  `${'a'.repeat(65)}@example.com`,
  `wang@${'a.'.repeat(130)}com`,
  'group:wang@example.com',
])('takes %j for no address', (typed) => {
  expect(mailAddress(typed)).toBeNull();
});

it.each([
  ['wangli@example.com', 'w***i@example.com'],
  ['wl@example.com', 'w***@example.com'],
  ['w@example.com', 'w***@example.com'],
])('shows no more of %s than one needs to know it', (address, shown) => {
  expect(maskedAddress(address)).toBe(shown);
});
