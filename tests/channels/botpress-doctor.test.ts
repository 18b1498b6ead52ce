import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBotpress } from '../../cli/doctor/botpress-check.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { startBotpressDouble } from '../support/botpress-double.ts';
import type { BotpressDouble } from '../support/botpress-double.ts';

let botpress: BotpressDouble;
let given: Record<string, string>;
beforeEach(async () => {
  botpress = await startBotpressDouble();
  given = {
    BOTPRESS_BOT_ID: 'bot-1',
    BOTPRESS_TOKEN: 'bp_pat_1',
    BOTPRESS_SECRET: 'a-secret-of-twenty-four-characters',
    BOTPRESS_API_URL: botpress.apiUrl,
    TONGBAO_PUBLIC_URL: 'https://tongbao.example.com',
  };
});
afterEach(() => botpress.close());

const check = async (): Promise<string[]> =>
  (await checkBotpress(readSettings(given))).map(({ mark, say }) => `${mark} ${say(textsFor('zh-CN'))}`);

describe('doctor', () => {
  it('says nothing of a Botpress that is not used', async () => {
    given = {};
    expect(await check()).toEqual([]);
  });

  it('is content with a token that Botpress takes and an address that it can call', async () => {
    const lines = await check();
    expect(lines.map((line) => line[0])).toEqual(['✓', '✓']);
    expect(lines.join()).toContain('https://tongbao.example.com/botpress/');
    expect(lines.join()).not.toContain(given['BOTPRESS_SECRET']);
  });

  it.each([
    [401, '✗', 'BOTPRESS_TOKEN'],
    [500, '!', '500'],
    ['cut', '✗', 'BOTPRESS_API_URL'],
  ] as const)('says what is wrong after %s', async (fault, mark, hint) => {
    botpress.fail('/conversations', fault);
    const [, api] = await check();
    expect(api?.[0]).toBe(mark);
    expect(api).toContain(hint);
  });

  it.each([{}, { TONGBAO_PUBLIC_URL: 'http://192.168.1.5:8080' }])(
    'says that Botpress cannot call this machine with %j',
    async (address) => {
      delete given['TONGBAO_PUBLIC_URL'];
      Object.assign(given, address);
      const [first] = await check();
      expect(first).toContain('✗');
      expect(first).toContain('TONGBAO_PUBLIC_URL');
    },
  );
});

describe('settings', () => {
  it.each(['BOTPRESS_BOT_ID', 'BOTPRESS_TOKEN', 'BOTPRESS_SECRET'])('want %s with the others', (missing) => {
    given[missing] = '';
    expect(() => readSettings(given)).toThrow(UserError);
    expect(() => readSettings(given)).toThrow(missing);
  });

  it('want a secret that cannot be guessed, show none, and keep both from child processes', () => {
    const { childEnv } = readSettings(given);
    expect(childEnv).not.toHaveProperty('BOTPRESS_TOKEN');
    expect(childEnv).not.toHaveProperty('BOTPRESS_SECRET');
    given['BOTPRESS_SECRET'] = 'too-short';
    expect(() => readSettings(given)).toThrow('BOTPRESS_SECRET');
    expect(() => readSettings(given)).not.toThrow('too-short');
  });
});
