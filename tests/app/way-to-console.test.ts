import { afterEach, beforeEach, expect, it } from 'vitest';
import { wayToConsole } from '../../cli/app/way-to-console.ts';
import { readSettings } from '../../cli/settings.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(() => temp.dispose());

const now = '2022-03-02T02:00:00.000Z';
const wayIn = (mode: 'trial' | 'live') =>
  wayToConsole(temp.stores, readSettings({ TONGBAO_MODE: mode }), { now: () => new Date(now) });
const tokenOf = async () => {
  const way = await wayIn('trial');
  if (way.kind !== 'link') throw new Error(way.kind);
  return way.url.split('/console/invitation#')[1] ?? '';
};
const accept = (token: string) =>
  temp.stores.consoleAccounts.accept({ token, name: '小王', login: 'wang', passwordHash: 'x', now });

it('gives a trial a link for an administrator until somebody can sign in, each start a new one', async () => {
  const first = await tokenOf();
  const second = await tokenOf();
  expect(await temp.stores.consoleAccounts.findInvitation(first, now)).toBeNull();
  expect((await accept(second)).outcome).toBe('accepted');
  expect(await temp.stores.consoleAccounts.list()).toMatchObject([
    { name: '小王', role: 'admin', cities: null, login: 'wang' },
  ]);
  expect(await wayIn('trial')).toEqual({ kind: 'address', url: 'http://127.0.0.1:8080/console' });
});

it('leaves the link that somebody else was given as it is', async () => {
  const { staffId } = await temp.stores.identities.addStaff('小李');
  const invited = { staffId, token: 'theirs', role: 'admin' as const, cities: null };
  const expiresAt = '2022-03-05T02:00:00.000Z';
  await temp.stores.consoleAccounts.invite({ ...invited, now, expiresAt });
  await tokenOf();
  expect(await temp.stores.consoleAccounts.findInvitation('theirs', now)).toMatchObject({ name: '小李' });
});

it('makes no link in live mode', async () => {
  expect(await wayIn('live')).toEqual({ kind: 'inviteFirst' });
  expect(await temp.stores.consoleAccounts.list()).toEqual([]);
});
