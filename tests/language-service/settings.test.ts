import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { register } from '../../cli/commands/doctor.ts';
import type { CliContext } from '../../cli/context.ts';
import { readSettings } from '../../cli/settings.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { saying, sendJson, startStandIn } from './stand-in.ts';

const read = (env: NodeJS.ProcessEnv) => readSettings({ TONGBAO_DATA_DIR: '/nowhere', ...env });
const complete = { TONGBAO_LLM_BASE_URL: 'https://llm.example.com/v1/', TONGBAO_LLM_MODEL: 'qwen2.5:7b' };

describe('the settings', () => {
  it('leave it off unless address and model are given', () => {
    expect(read({}).languageService).toBeNull();
    expect(read({ TONGBAO_LLM_API_KEY: 'k', TONGBAO_LLM_TIMEOUT_MS: '900' }).languageService).toBeNull();
    expect(read(complete).languageService).toEqual({
      baseUrl: 'https://llm.example.com/v1',
      apiKey: null,
      model: 'qwen2.5:7b',
      timeoutMs: 1500,
    });
  });

  it.each([
    ['TONGBAO_LLM_MODEL', { TONGBAO_LLM_BASE_URL: 'https://llm.example.com/v1' }],
    ['TONGBAO_LLM_BASE_URL', { TONGBAO_LLM_MODEL: 'm' }],
  ])('say that %s is missing', (missing, env) => {
    expect(() => read(env)).toThrow(missing);
  });

  it.each([
    { TONGBAO_LLM_BASE_URL: 'ftp://x' },
    { TONGBAO_LLM_BASE_URL: 'https://me:pass@llm.example.com/v1' },
    { TONGBAO_LLM_BASE_URL: 'https://llm.example.com/v1?key=sk-1' },
    { TONGBAO_LLM_MODEL: '两 个' },
    { TONGBAO_LLM_TIMEOUT_MS: '0' },
    { TONGBAO_LLM_TIMEOUT_MS: '60000' },
  ])('refuse %o', (env) => {
    expect(() => read({ ...complete, ...env })).toThrow(Object.keys(env)[0]);
  });

  it('never show the key, nor hand it to other programs', () => {
    const shown = (): unknown => {
      try {
        return read({ ...complete, TONGBAO_LLM_API_KEY: 'sk hushhush' });
      } catch (error) {
        return String(error);
      }
    };
    expect(shown()).toMatch('TONGBAO_LLM_API_KEY');
    expect(shown()).not.toMatch('hushhush');
    expect(read({ ...complete, TONGBAO_LLM_API_KEY: 'sk-secret' }).childEnv).not.toHaveProperty(
      'TONGBAO_LLM_API_KEY',
    );
  });
});

async function doctor(env: NodeJS.ProcessEnv): Promise<string[]> {
  const lines: string[] = [];
  const context: CliContext = {
    settings: readSettings({ TONGBAO_DATA_DIR: tempFolder(), XDG_CACHE_HOME: tempFolder(), ...env }),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
    loadPack: () => loadPack('jiangsu-2022'),
    openStores: async () => ({ ping: async () => {} }) as Awaited<ReturnType<CliContext['openStores']>>,
    connectEngine: async () => null,
  };
  const program = new Command().exitOverride();
  register(program, context);
  await program.parseAsync(['doctor'], { from: 'user' });
  return lines.filter((line) => /语言模型|language model/.test(line));
}

describe('doctor', () => {
  it('does not speak of it when it is off', async () => {
    expect(await doctor({})).toEqual([]);
  });

  it('tries it once', async () => {
    const standIn = await startStandIn();
    standIn.behave(saying({ topic: 'payout-ratio', question: null }));
    const lines = await doctor({ TONGBAO_LLM_BASE_URL: standIn.baseUrl, TONGBAO_LLM_MODEL: 'm' });
    expect(lines[0]).toMatch(/^✓ .*m/);
    expect(standIn.received).toHaveLength(1);
  });

  it('says what is wrong, and that the bot works without it', async () => {
    const standIn = await startStandIn();
    standIn.behave((response) => sendJson(response, {}, 401));
    const lines = await doctor({ TONGBAO_LLM_BASE_URL: standIn.baseUrl, TONGBAO_LLM_MODEL: 'm' });
    expect(lines[0]).toMatch(/^! .*TONGBAO_LLM/);
  });
});
