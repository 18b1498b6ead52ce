import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPack, packsFolder } from '../../activities/load-pack.ts';
import { register } from '../../cli/commands/pack.ts';
import type { CliContext } from '../../cli/context.ts';
import { readSettings } from '../../cli/settings.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { packGroups } from '../../knowledge/packs/groups.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { tempFolder } from '../support/temp-folder.ts';

let folder: URL;
let lines: string[];
beforeEach(() => {
  folder = pathToFileURL(`${tempFolder()}/`);
  lines = [];
  for (const id of ['jiangsu-2022', 'example-2026']) {
    cpSync(new URL(`${id}/`, packsFolder), new URL(`${id}/`, folder), { recursive: true });
  }
});

async function run(...argv: string[]): Promise<string[]> {
  lines = [];
  const program = new Command().exitOverride();
  const context: Pick<CliContext, 'settings' | 'out'> = {
    settings: readSettings({}),
    out: (line) => void lines.push(line),
  };
  register(program, context as CliContext, folder);
  await program.parseAsync(['pack', ...argv], { from: 'user' });
  return lines;
}

const fileOf = (id: string, name: string): string => new URL(`${id}/${name}.json`, folder).pathname;
function edit(id: string, change: (pack: PolicyPack) => void): void {
  const pack = JSON.parse(readFileSync(fileOf(id, 'pack'), 'utf8')) as PolicyPack;
  change(pack);
  writeFileSync(fileOf(id, 'pack'), JSON.stringify(pack));
}

describe('tongbao pack check', () => {
  it('says in both languages what was checked', async () => {
    await run('check');
    expect(lines[0]).toMatch(
      /政策包 jiangsu-2022：检查了 .*25 个问答主题.* \/ Policy pack jiangsu-2022: checked/,
    );
    expect(lines.at(-1)).toBe('没有发现问题。 / No issues found.');
  });

  it.each(['nowhere-1999', '../jiangsu-2022', ''])('refuses the unknown pack “%s”', async (id) => {
    await expect(run('check', id)).rejects.toThrow(UserError);
    await expect(loadPack(id)).rejects.toThrow(/没有找到政策包/);
  });
});

describe('tongbao pack new', () => {
  const zhejiang = ['new', 'zhejiang-2027', '--province', '浙江省', '--year', '2027'];

  it('makes a pack that pack check explains step by step', async () => {
    await run(...zhejiang);
    expect(lines.at(-1)).toContain('tongbao pack check zhejiang-2027');
    await expect(run('check', 'zhejiang-2027')).rejects.toThrow(/zhejiang-2027/);
    expect(lines[1]).toMatch(/第1步（共26步）.*sources（来源）.*step 1 of 26/);
    expect(lines.filter((line) => line.includes('step ')).length).toBe(packGroups.length);
  });

  it('refuses an ID that buttons have no room for', async () => {
    const long = ['new', 'heilongjiang-prov-2027', '--province', '黑龙江省', '--year', '2027'];
    await expect(run(...long)).rejects.toThrow(/最多 20 个字符.*at most 20 characters/su);
  });

  it('is told all that is to do at once, and nothing new turns up when a part is struck off', async () => {
    await run(...zhejiang);
    await expect(run('check', 'zhejiang-2027')).rejects.toThrow(UserError);
    const issues = lines.filter((line) => line.startsWith('- ') && !line.includes('step '));
    for (const path of ['contacts.operation.0.phone', 'qqGroup.number', 'insurer.name', 'application.card']) {
      expect(issues.some((line) => line.startsWith(`- ${path}：`))).toBe(true);
    }
    // The pattern's answers have all that they refer to: what is open is the facts.
    expect(issues.filter((line) => /占位符|不是一组有出处的事实/.test(line))).toEqual([]);
    edit('zhejiang-2027', (pack) => (pack.toFill = []));
    await expect(run('check', 'zhejiang-2027')).rejects.toThrow(UserError);
    expect(lines.filter((line) => line.startsWith('- ')).sort()).toEqual(issues.sort());
  });

  it('hears at once which answers speak of what the source does not have', async () => {
    await run(...zhejiang);
    edit('zhejiang-2027', (pack) => {
      pack.qqGroup = null;
      pack.contacts.operation = [];
    });
    await expect(run('check', 'zhejiang-2027')).rejects.toThrow(UserError);
    expect(lines.join('\n')).toMatch(/占位符 \{qqGroup\.name\} 对不上/);
    expect(lines.join('\n')).toMatch(/占位符 \{contacts\.operation\|people\} 对不上/);
    expect(lines.join('\n')).toMatch(/引用的 qqGroup 不是/);
  });

  it('asks for less as parts are filled in, and names texts that are still the pattern’s', async () => {
    await run(...zhejiang);
    edit('zhejiang-2027', (pack) => {
      pack.toFill = pack.toFill.filter((group) => group !== 'insurer' && group !== 'payout');
    });
    await expect(run('check', 'zhejiang-2027')).rejects.toThrow(UserError);
    expect(lines[1]).toContain('step 1 of 24');
    expect(lines.join('\n')).toMatch(/insurer\.name：“示例演示保险公司”还是样本里的文字/);
  });

  it('takes place and year from the order, and leaves dates and contacts of another place out', async () => {
    await run(...zhejiang, '--from', 'jiangsu-2022');
    const pack = JSON.parse(readFileSync(fileOf('zhejiang-2027', 'pack'), 'utf8')) as PolicyPack;
    expect(pack).toMatchObject({
      id: 'zhejiang-2027',
      province: '浙江省',
      provinceAliases: ['浙江省', '浙江'],
      cities: [],
      policyYear: 2027,
      qqGroup: { name: '待填写', number: '待填写', city: '待填写' },
      eligibility: { baseYear: 2026, province: '浙江省' },
      application: { deadline: null, policyPeriod: null },
      contacts: { operation: [{ name: '待填写', phone: '待填写', city: '待填写' }] },
    });
    expect(/谈小姐|13601469081|797862747/.exec(JSON.stringify(pack))).toBeNull();
    expect(pack.sources[0]?.title['zh-CN']).toContain('待填写');
  });

  it('keeps places and contacts for the next year of the same province', async () => {
    await run('new', 'jiangsu-2027', '--province', '江苏省', '--year', '2027', '--from', 'jiangsu-2022');
    const pack = JSON.parse(readFileSync(fileOf('jiangsu-2027', 'pack'), 'utf8')) as PolicyPack;
    expect(pack.cities).toContain('淮安');
    expect(pack.contacts.operation[0]?.name).toBe('谈小姐');
  });

  it('overwrites nothing', async () => {
    const before = readFileSync(fileOf('jiangsu-2022', 'pack'), 'utf8');
    await expect(run('new', 'jiangsu-2022', '--province', '江苏省', '--year', '2027')).rejects.toThrow(
      /已经有了.*there is a policy pack "jiangsu-2022" already/i,
    );
    expect(readFileSync(fileOf('jiangsu-2022', 'pack'), 'utf8')).toBe(before);
  });

  it.each([
    ['a path as ID', ['new', '../x', '--province', '浙江省', '--year', '2027'], /编号/],
    ['no province', ['new', 'x', '--year', '2027'], /--province/],
    ['no year', ['new', 'x', '--province', '浙江省'], /--year/],
    ['a year that is none', ['new', 'x', '--province', '浙江省', '--year', '27'], /四位数/],
    [
      'an unknown pattern',
      ['new', 'x', '--province', '浙江省', '--year', '2027', '--from', 'none'],
      /没有找到/,
    ],
  ])('refuses %s', async (_, argv, message) => {
    await expect(run(...argv)).rejects.toThrow(message);
  });
});

describe('tongbao pack diff', () => {
  it('finds no difference between a pack and itself', async () => {
    expect(await run('diff', 'jiangsu-2022', 'jiangsu-2022')).toEqual(['没有不同。 / No differences.']);
  });

  it('says in both languages which facts changed, with old and new', async () => {
    const text = (await run('diff', 'jiangsu-2022', 'example-2026')).join('\n');
    expect(text).toContain(
      '参保资格 eligibility.lowerUsd：300000 → 100000 / eligibility.lowerUsd: 300000 → 100000',
    );
    expect(text).toContain('cap.unit：perPolicy → perBuyer');
    expect(text).toContain('application.deadline：未载明 → 2026-12-31');
    expect(text).toContain('application.policyPeriod.to：未载明 → 2027-06-30');
    expect(text).not.toMatch(/删去 未载明|removed not stated/);
    expect(text).toContain('问答新增“截止日期” / FAQ: added “last day to confirm”');
    expect(text).toMatch(/问答“赔付比例”有改动：答复、问法/);
  });

  it('names a removed answer, and no answer whose words stayed while a fact changed', async () => {
    cpSync(new URL('example-2026', folder).pathname, new URL('example-2027', folder).pathname, {
      recursive: true,
    });
    edit('example-2027', (pack) => (pack.payout.ratioPercent = 75));
    expect(await run('diff', 'example-2026', 'example-2027')).toEqual([
      'example-2026 → example-2027：1 处不同 / example-2026 → example-2027: 1 difference',
      '- 赔付比例 payout.ratioPercent：70 → 75 / payout ratio payout.ratioPercent: 70 → 75',
    ]);
    expect((await run('diff', 'example-2026', 'jiangsu-2022')).join('\n')).toContain('问答删去“截止日期”');
  });
});
