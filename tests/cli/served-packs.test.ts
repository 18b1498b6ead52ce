import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadServedPacks, refuseUnverified } from '../../cli/app/served-packs.ts';
import { createCliContext } from '../../cli/create-context.ts';
import { runCli } from '../../cli/program.ts';
import { readSettings } from '../../cli/settings.ts';
import type { Settings } from '../../cli/settings.ts';
import { tempFolder } from '../support/temp-folder.ts';

const settingsOf = (env: NodeJS.ProcessEnv): Settings =>
  readSettings({
    TEMPORAL_CONFIG_FILE: '/nonexistent/temporal.toml',
    TONGBAO_DATA_DIR: tempFolder(),
    ...env,
  });

const refusal = async (env: NodeJS.ProcessEnv): Promise<string> => {
  try {
    await loadServedPacks(settingsOf(env));
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('it was not refused');
};

describe('the packs that answer', () => {
  it('are the office’s own alone unless more are set', async () => {
    const { pack, others } = await loadServedPacks(settingsOf({}));
    expect({ own: pack.id, others }).toEqual({ own: 'jiangsu-2022', others: [] });
  });

  it('are those of the setting besides, each once and the own one not again', async () => {
    const settings = settingsOf({ TONGBAO_ANSWER_PACKS: 'example-2026, jiangsu-2022,example-2026' });
    expect(settings.answerPackIds).toEqual(['example-2026']);
    expect((await loadServedPacks(settings)).others.map(({ id }) => id)).toEqual(['example-2026']);
  });

  it.each(['example-2026;jiangsu-2022', '../example-2026', ',', 'Example 2026'])(
    'are not read from %j',
    (text) => {
      expect(() => settingsOf({ TONGBAO_ANSWER_PACKS: text })).toThrow('TONGBAO_ANSWER_PACKS');
    },
  );

  it('of an unknown ID are refused by its name and that of the setting', async () => {
    const message = await refusal({ TONGBAO_ANSWER_PACKS: 'example-2026,nowhere-2030' });
    expect(message).toContain('nowhere-2030');
    expect(message).toContain('TONGBAO_ANSWER_PACKS');
  });

  it.each([
    { TONGBAO_MODE: 'live', TONGBAO_PACK: 'example-2026' },
    { TONGBAO_MODE: 'live', TONGBAO_ANSWER_PACKS: 'example-2026' },
  ])('that are invented are refused where real firms ask, in both languages: %j', async (env) => {
    const message = await refusal(env);
    expect(message).toContain('虚构');
    expect(message).toContain('invented');
    expect(message).toContain('example-2026');
    expect(message.split('\n').length).toBeLessThanOrEqual(2);
  });

  it('may be invented in a trial', async () => {
    expect((await loadServedPacks(settingsOf({ TONGBAO_PACK: 'example-2026' }))).pack.fictional).toBe(true);
  });

  it('are never such as say that nobody has verified them', () => {
    const fixtures = new URL('../packs/fixtures/', import.meta.url);
    const files = readdirSync(fixtures).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const programme: unknown = JSON.parse(readFileSync(new URL(file, fixtures), 'utf8'));
      expect(() => refuseUnverified(file, programme)).toThrow(file);
    }
  });
});

describe('tongbao ask', () => {
  async function ask(
    env: NodeJS.ProcessEnv,
    ...argv: string[]
  ): Promise<{ code: number; out: string[]; err: string[] }> {
    const { context, close } = createCliContext(settingsOf(env));
    const [out, err]: [string[], string[]] = [[], []];
    context.out = (line) => void out.push(line);
    context.err = (line) => void err.push(line);
    const code = await runCli(['ask', ...argv], context);
    await close();
    return { code, out, err };
  }
  const answerOf = ({ out }: { out: string[] }): Record<string, unknown> =>
    JSON.parse(out[0] ?? '') as Record<string, unknown>;

  it('--pack answers from that pack first; the office’s own is still there by its name', async () => {
    expect(answerOf(await ask({}, '--json', '--pack', 'example-2026', '赔付比例是多少'))).toMatchObject({
      outcome: 'answer',
      text: expect.stringContaining('70%') as string,
      pack: 'example-2026',
    });
    expect(answerOf(await ask({}, '--json', '--pack', 'example-2026', '江苏的赔付比例'))).toMatchObject({
      text: expect.stringContaining('80%') as string,
      pack: 'jiangsu-2022',
    });
  });

  it('says which pack answered where several may, and keeps its keys where one does', async () => {
    const several = answerOf(
      await ask({ TONGBAO_ANSWER_PACKS: 'example-2026' }, '--json', '示例省的赔付比例'),
    );
    const keys = ['question', 'outcome', 'topic', 'alternatives', 'parts', 'text', 'citations', 'ms'];
    expect(Object.keys(several)).toEqual([...keys, 'pack']);
    const [citation] = several['citations'] as Record<string, unknown>[];
    expect(citation?.['source']).toContain('示例省');
    expect(Object.keys(answerOf(await ask({}, '--json', '示例省的赔付比例')))).toEqual(keys);
  });

  it('refuses a pack that is unknown, and an invented one where real firms ask', async () => {
    const unknown = await ask({}, '--pack', 'nowhere-2030', '赔付比例');
    expect({ code: unknown.code, out: unknown.out }).toEqual({ code: 1, out: [] });
    expect(unknown.err.join('\n')).toContain('nowhere-2030');
    const invented = await ask({ TONGBAO_MODE: 'live' }, '--pack', 'example-2026', '赔付比例');
    expect(invented.code).toBe(1);
    expect(invented.err.join('\n')).toContain('虚构');
  });
});
