import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;
beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
});
afterEach(() => temp.dispose());
const members = () => temp.stores.identities.listStaff();

it('gives a member cities, from the first day on or later, and takes them away', async () => {
  await cli.run('staff', 'add', '老李', '--city', '淮安市', '--city', '江苏南京');
  expect(await members()).toMatchObject([{ name: '老李', cities: ['南京', '淮安'] }]);
  expect((await cli.run('staff', 'cities', '老李', '苏州')).out).toEqual(['老李负责：苏州。']);
  expect((await cli.run('staff', 'list')).out.join('\n')).toContain('苏州');
  await cli.run('staff', 'cities', '老李', '--none');
  expect(await members()).toMatchObject([{ cities: null }]);
});

it('refuses a city that the pack does not have, and nothing at all', async () => {
  await cli.run('staff', 'add', '老李');
  for (const wrong of [['上海'], [], ['淮安', '--none']]) {
    const { code, err } = await cli.run('staff', 'cities', '老李', ...wrong);
    expect([code, err.length > 0]).toEqual([1, true]);
  }
  expect((await cli.run('staff', 'add', '老张', '--city', '上海')).code).toBe(1);
  expect(await members()).toMatchObject([{ name: '老李', cities: null }]);
});

it('names the officer of a firm, and nobody in particular', async () => {
  await temp.stores.firms.upsertFirms(packId, [fictionalFirm(1)], wanted);
  await cli.run('staff', 'add', '老李');
  const uscc = fictionalUscc(1);
  expect((await cli.run('staff', 'assign', uscc, '老李')).out[0]).toContain('负责人是老李');
  expect(await temp.stores.consoleFirms.officerOf(uscc)).toMatchObject({ name: '老李' });
  expect((await cli.run('staff', 'assign', uscc)).code).toBe(1);
  await cli.run('staff', 'assign', uscc, '--none');
  expect(await temp.stores.consoleFirms.officerOf(uscc)).toBe(null);
});
