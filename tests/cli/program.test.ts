import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tolerateClosedPipe } from '../../cli/closed-pipe.ts';
import { runCli } from '../../cli/program.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;
beforeAll(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
});
afterAll(async () => temp.dispose());

describe('tongbao', () => {
  it('lists every command in both languages', async () => {
    const { code, out } = await cli.run('--help');
    const help = out.join('\n');
    expect(code).toBe(0);
    expect(help).toContain('用法： / Usage: tongbao');
    for (const name of [
      'start',
      'import',
      'firms',
      'status',
      'event',
      'staff',
      'invite',
      'remind',
      'ask',
      'pack',
    ])
      expect(help).toMatch(new RegExp(`^ {2}${name}\\b.*\\p{Script=Han}`, 'mu'));
    expect(help).toMatch(/^ {2}doctor\b/mu);
    expect(help).toMatch(/^ {2}temporal\b/mu);
    expect((await cli.run()).out.join('\n')).toBe(help);
  });

  it('describes each of its options in both languages', async () => {
    for (const name of ['import', 'firms', 'status', 'event', 'invite', 'remind']) {
      const { code, out } = await cli.run(name, '--help');
      expect(code).toBe(0);
      const described = out.join('\n').replace(/\n {6,}/gu, ' ');
      for (const line of described.split('\n').filter((l) => l.startsWith('  -')))
        expect(line).toMatch(/\p{Script=Han}.* \/ [a-z]/u);
    }
  });

  it.each([
    [['nope'], '没有“nope”这个命令'],
    [['staff', 'nope'], '没有“nope”这个命令'],
    [['firms', '--nope'], '不认识选项 --nope'],
    [['import'], '缺少参数 <file>'],
    [['import', 'a.csv', 'b.csv'], '参数太多了'],
    [['firms', '--city'], '选项 --city 后面要有值'],
    [['import', 'a.csv', '--unit', '元'], '--unit 不能是“元”，可以是：美元、万美元、usd、wan-usd'],
  ])('%j is a wrong command line', async (argv, line) => {
    const { code, err, out } = await cli.run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(line);
    expect(err[0]).toMatch(/ \/ .*[a-z]{4}/u);
  });

  it('shows what a person can act on as one line, and no stack trace of anything else', async () => {
    const said: string[] = [];
    const failing = (error: Error) => ({
      ...cli.context,
      err: (line: string) => void said.push(line),
      loadPack: () => Promise.reject(error),
    });
    expect(await runCli(['firms'], failing(new UserError({ zh: '不行', en: 'no' })))).toBe(1);
    expect(await runCli(['firms'], failing(new TypeError('x is undefined\n  at y')))).toBe(1);
    expect(said).toEqual([
      '不行 / no',
      expect.stringMatching(/^出了意外的错误：x is undefined。.*tongbao doctor/u),
    ]);
  });
});

describe('a closed pipe', () => {
  const failingWith = (code: string): Writable =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });

  it('is no error', async () => {
    const pipe = failingWith('EPIPE');
    tolerateClosedPipe(pipe);
    pipe.write('x');
    await new Promise((resolve) => pipe.once('close', resolve));
    expect(pipe.destroyed).toBe(true);
  });
});
