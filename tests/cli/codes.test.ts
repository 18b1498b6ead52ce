import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const uscc = '91329999MADEM0001Q';
const soon = '2026-03-02T03:00:00.000Z';
let temp: TempStores;
let cli: TestCli;
beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir, { botUsername: 'tongbao_demo_bot' });
  await cli.run('import', join(import.meta.dirname, '../../samples/approved-list-2022.csv'));
});
afterEach(async () => temp.dispose());

const newPerson = async (externalUserId = 'someone'): Promise<string> => {
  const person = { channel: 'web', externalUserId };
  return (await temp.stores.identities.upsertIdentity(person)).id;
};
const codeIn = (line = ''): string => /[0-9A-Z]{10}$/u.exec(line)?.[0] ?? '';

describe('tongbao staff add', () => {
  it('prints a code that makes its holder staff, once', async () => {
    const { code, out } = await cli.run('staff', 'add', '演示专员');
    expect(code).toBe(0);
    expect(out[1]).toContain('2026-03-09 10:00');
    expect(out[2]).toBe(`点开即可关联：https://t.me/tongbao_demo_bot?start=${codeIn(out[0])}`);
    const person = await newPerson();
    const { identities } = temp.stores;
    expect(await identities.redeemCode(codeIn(out[0]), person, soon)).toMatchObject({
      ok: true,
      purpose: 'staff',
    });
    expect(await identities.staffOf(person)).toMatchObject({ name: '演示专员' });
    const other = await newPerson('somebody else');
    expect(await identities.redeemCode(codeIn(out[0]), other, soon)).toEqual({ ok: false, reason: 'used' });
  });

  it.each([
    [['staff', 'add', '  '], '姓名或称呼'],
    [['staff', 'add', '甲', '--days', '0'], '1 到 90'],
    [['staff', 'add', '甲', '--days', 'x'], '1 到 90'],
  ])('%j is refused', async (argv, line) => {
    const { code, err } = await cli.run(...argv);
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });
});

describe('tongbao staff remove', () => {
  it('ends what a member may do, at once, and its codes', async () => {
    const { identities } = temp.stores;
    expect((await cli.run('staff', 'list')).out).toEqual([expect.stringContaining('staff add')]);
    const person = await newPerson();
    await identities.redeemCode(codeIn((await cli.run('staff', 'add', '甲')).out[0]), person, soon);
    const unused = codeIn((await cli.run('staff', 'add', '乙')).out[0]);
    const [first, second] = await identities.listStaff();
    const listed = (await cli.run('staff', 'list')).out.join('\n');
    expect(listed).toMatch(new RegExp(`${first?.staffId}\\s+甲\\s+是`));
    expect(listed).toMatch(new RegExp(`${second?.staffId}\\s+乙\\s+否`));

    for (const member of [first, second])
      expect((await cli.run('staff', 'remove', member?.staffId ?? '')).code).toBe(0);
    expect(await identities.staffOf(person)).toBeNull();
    expect(await identities.staffIdentities()).toEqual([]);
    expect(await identities.redeemCode(unused, person, soon)).toEqual({ ok: false, reason: 'unknown' });
    const again = await cli.run('staff', 'remove', first?.staffId ?? '');
    expect(again.code).toBe(1);
    expect(again.err[0]).toContain('staff list');
  });
});

describe('tongbao invite', () => {
  it('prints a code for one firm, which expires', async () => {
    const { out } = await cli.run('invite', uscc, '--days', '1');
    const person = await newPerson();
    const late = '2026-03-03T02:00:01.000Z';
    expect(await temp.stores.identities.redeemCode(codeIn(out[0]), person, late)).toEqual({
      ok: false,
      reason: 'expired',
    });
    expect(await temp.stores.identities.redeemCode(codeIn(out[0]), person, soon)).toMatchObject({
      ok: true,
      uscc,
    });
  });

  it('says when its link opens on this machine only', async () => {
    const local = createTestCli(temp.stores, temp.dir);
    const { out } = await local.run('invite', uscc);
    expect(out[2]).toBe(`点开即可关联：http://127.0.0.1:8080/?code=${codeIn(out[0])}`);
    expect(out[3]).toContain('只有本机能打开');
  });

  it('saves a code for every listed firm that nobody has linked, for the owner only', async () => {
    await temp.stores.identities.linkFirm(await newPerson(), uscc);
    const file = join(temp.dir, 'codes.xlsx');
    const { code, out } = await cli.run('invite', '--all', '--out', file);
    expect(code).toBe(0);
    expect(out[0]).toContain('23 家');
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const [header, ...rows] = await readSheet(file);
    expect(header).toEqual([
      '企业名称',
      '统一社会信用代码',
      '城市',
      '联系人',
      '联系电话',
      '关联码',
      '链接',
      '有效期至（北京时间）',
    ]);
    expect(rows).toHaveLength(23);
    expect(new Set(rows.map((r) => r[5])).size).toBe(23);
    expect(rows.map((r) => r[1])).not.toContain(uscc);
    const [first] = rows;
    expect(first?.[6]).toBe(`https://t.me/tongbao_demo_bot?start=${String(first?.[5])}`);
    const redeemed = await temp.stores.identities.redeemCode(String(first?.[5]), await newPerson(), soon);
    expect(redeemed).toMatchObject({ ok: true, uscc: first?.[1] });
  });

  it('writes CSV and one city only, and ends earlier codes', async () => {
    const earlier = codeIn((await cli.run('invite', '91329999MADEM0021T')).out[0]);
    const file = join(temp.dir, 'codes.csv');
    const { out } = await cli.run('invite', '--all', '--city', '南京', '--renew', '--out', file);
    expect(out[0]).toContain('1 家');
    expect(readFileSync(file, 'utf8')).toContain('91329999MADEM0021T');
    const redeemed = await temp.stores.identities.redeemCode(earlier, await newPerson(), soon);
    expect(redeemed.ok).toBe(false);
  });

  it('leaves firms with a code that still works alone, and files that exist', async () => {
    const earlier = codeIn((await cli.run('invite', uscc, '--days', '1')).out[0]);
    const file = join(temp.dir, 'first.csv');
    const { out } = await cli.run('invite', '--all', '--out', file);
    expect(out[0]).toContain('23 家');
    expect(out[1]).toMatch(/有 1 家的关联码还没用.*--renew/u);
    const before = readFileSync(file, 'utf8');
    expect(before).not.toContain(uscc);

    const again = await cli.run('invite', '--all', '--renew', '--out', file);
    expect(again.code).toBe(1);
    expect(again.err[0]).toContain('first.csv 已经存在');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const nobody = await cli.run('invite', '--all', '--out', join(temp.dir, 'second.csv'));
    expect(nobody.out).toEqual([expect.stringContaining('有 24 家')]);
    expect((await temp.stores.identities.redeemCode(earlier, await newPerson(), soon)).ok).toBe(true);

    const third = join(temp.dir, 'third.csv');
    expect((await cli.run('invite', '--all', '--renew', '--out', third)).out[0]).toContain('23 家');
  });

  it('ends no code when the file cannot be written', async () => {
    const earlier = codeIn((await cli.run('invite', uscc)).out[0]);
    const { code, err } = await cli.run('invite', '--all', '--out', join(temp.dir, 'no/such/codes.xlsx'));
    expect(code).toBe(1);
    expect(err[0]).toContain('没有生成关联码');
    mkdirSync(join(temp.dir, 'folder.xlsx'));
    expect((await cli.run('invite', '--all', '--out', join(temp.dir, 'folder.xlsx'))).code).toBe(1);
    expect(existsSync(join(temp.dir, 'folder.xlsx.part'))).toBe(false);
    expect(readdirSync(temp.dir).filter((name) => name.endsWith('.part'))).toEqual([]);
    const redeemed = await temp.stores.identities.redeemCode(earlier, await newPerson(), soon);
    expect(redeemed.ok).toBe(true);
  });

  it('saves no file and ends no code when minting fails half-way', async () => {
    const earlier = codeIn((await cli.run('invite', uscc)).out[0]);
    const { identities } = temp.stores;
    const failing = createTestCli(
      {
        ...temp.stores,
        identities: {
          ...identities,
          mintCode: async () => Promise.reject(new Error('one by one')),
          // A code too many: the same code twice breaks the whole transaction.
          mintFirmCodes: async (codes, ...rest) =>
            identities.mintFirmCodes([...codes, ...codes.slice(0, 1)], ...rest),
        },
      },
      temp.dir,
    );
    const file = join(temp.dir, 'codes.xlsx');
    expect((await failing.run('invite', '--all', '--out', file)).code).toBe(1);
    expect(readdirSync(temp.dir).filter((name) => name.startsWith('codes'))).toEqual([]);
    expect((await identities.redeemCode(earlier, await newPerson(), soon)).ok).toBe(true);
  });

  it.each([
    [['invite'], '请写上信用代码'],
    [['invite', uscc, '--all'], '只能用一个'],
    [['invite', '--all'], '--out'],
    [['invite', '--all', '--out', 'codes.pdf'], '.xlsx 或 .csv'],
    [['invite', '91329999MADEM0017C'], '不在核准名单内'],
  ])('%j is refused', async (argv, line) => {
    const { code, err } = await cli.run(...argv);
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });
});
