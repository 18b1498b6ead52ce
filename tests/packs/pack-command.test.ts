import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { register } from '../../cli/commands/pack.ts';
import type { CliContext } from '../../cli/context.ts';
import { readSettings } from '../../cli/settings.ts';
import { UserError } from '../../knowledge/user-error.ts';

async function run(...argv: string[]): Promise<string[]> {
  const lines: string[] = [];
  const program = new Command().exitOverride();
  const context: Pick<CliContext, 'settings' | 'out'> = {
    settings: readSettings({}),
    out: (line) => void lines.push(line),
  };
  register(program, context as CliContext);
  await program.parseAsync(['pack', 'check', ...argv], { from: 'user' });
  return lines;
}

describe('tongbao pack check', () => {
  it('says in both languages what was checked', async () => {
    const lines = await run();
    expect(lines[0]).toMatch(
      /政策包 jiangsu-2022：检查了 .*25 个问答主题.* \/ Policy pack jiangsu-2022: checked/,
    );
    expect(lines.at(-1)).toBe('没有发现问题。 / No issues found.');
  });

  it.each(['nowhere-1999', '../jiangsu-2022', ''])('refuses the unknown pack “%s”', async (id) => {
    await expect(run(id)).rejects.toThrow(UserError);
    await expect(loadPack(id)).rejects.toThrow(/没有找到政策包/);
  });
});
