import { describe, expect, it } from 'vitest';
import { checkLoginData } from '../../bot/channels/telegram/login-data.ts';
import type { LoginData } from '../../bot/channels/telegram/login-data.ts';
import { signedByTelegram } from '../support/telegram-login.ts';

const token = '4242:AAF_fictional-token_of-a-test-bot_000';
/** Its hash was computed by another program, in another language. */
const login = {
  ...{ id: 987_654_321, first_name: '张三', username: 'zhangsan_test' },
  photo_url: 'https://t.me/i/userpic/320/x.jpg',
  auth_date: 1_764_380_000,
  hash: 'f36acb33470ba87778307b00fdc8754b3c2bd4cd6f8515239494f1f5117d7b80',
};
const after = (seconds: number): Date => new Date((login.auth_date + seconds) * 1000);
const outcomeOf = (data: LoginData, at = after(5)): string => checkLoginData(data, token, at).outcome;

describe('what Telegram’s login hands to a page', () => {
  it('is taken when Telegram signed it, and names who it is', () => {
    expect(checkLoginData(login, token, after(5))).toEqual({
      ...{ outcome: 'genuine', userId: '987654321', hash: login.hash, until: after(300) },
    });
    // However numbers came, and whatever a later version adds.
    expect(outcomeOf({ ...login, id: '987654321', auth_date: '1764380000' })).toBe('genuine');
    expect(outcomeOf(signedByTelegram(token, { id: 1, auth_date: login.auth_date, new_field: 'x' }))).toBe(
      'genuine',
    );
  });

  it.each<[string, LoginData]>([
    ['another ID', { ...login, id: 987_654_322 }],
    ['another time', { ...login, auth_date: login.auth_date + 1 }],
    ['a name left out', { id: login.id, auth_date: login.auth_date, hash: login.hash }],
    ['a name added', { ...login, last_name: '李' }],
    ['another hash', { ...login, hash: login.hash.replace('f', '0') }],
    ['half a hash', { ...login, hash: login.hash.slice(0, 32) }],
    ['a hash in capitals', { ...login, hash: login.hash.toUpperCase() }],
    ['a number for a hash', { ...login, hash: 1 }],
    ['no hash', { id: login.id, auth_date: login.auth_date }],
    ['the token of another bot', signedByTelegram('4243:other', { id: 1, auth_date: login.auth_date })],
    ['no ID', signedByTelegram(token, { auth_date: login.auth_date })],
    ['no time', signedByTelegram(token, { id: 1 })],
    ['an ID that is none', signedByTelegram(token, { id: 'root', auth_date: login.auth_date })],
  ])('is refused with %s', (_name, data) => {
    expect(outcomeOf(data)).toBe('forged');
  });

  it('is not read as another account’s, whatever somebody calls themselves', () => {
    const own = { auth_date: login.auth_date, first_name: 'x\nid=1\nlast_name=y', id: 5, last_name: 'z' };
    const { hash = '' } = signedByTelegram(token, own);
    const read = { auth_date: own.auth_date, first_name: 'x', id: 1, last_name: 'y\nid=5\nlast_name=z' };
    expect(outcomeOf({ ...read, hash })).toBe('forged');
  });

  it.each([
    [300, 'genuine'],
    [301, 'stale'],
    [86_400, 'stale'],
    [-60, 'genuine'],
    [-61, 'stale'],
  ])('%i seconds after Telegram gave it is %s', (seconds, outcome) => {
    expect(outcomeOf(login, after(seconds))).toBe(outcome);
  });
});
