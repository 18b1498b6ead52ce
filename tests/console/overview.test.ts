import { afterAll, beforeAll, expect, it } from 'vitest';
import { groupDefaults } from '../../activities/ports/groups.ts';
import { startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';

let server: ConsoleServer;
beforeAll(async () => {
  server = await startConsoleServer({ deadline: '2026-12-04' });
  server.clock.now = new Date('2026-12-03T02:00:00.000Z');
  const firms = ['南京', '南京', '苏州', '淮安'].map((city, i) => fictionalFirm(i + 1, { city }));
  await server.stores.firms.upsertFirms(packId, firms, wanted);
});
afterAll(() => server.dispose());

interface Overview {
  total: number;
  cities: string[];
  stages: { label: { zh: string; en: string }; here: number; reached: number }[];
  deadline: unknown;
}
async function overview(
  cities: string[] | null,
  body: object = { city: null, days: 7 },
): Promise<Overview & { status: number }> {
  const { cookie } = await server.signedIn('viewer', cities);
  const response = await server.call('POST', '/overview', { headers: { cookie }, body });
  return { ...((await response.json()) as Overview), status: response.status };
}

it('counts the whole office for who may see it, with the deadline', async () => {
  const seen = await overview(null);
  expect(seen).toMatchObject({ total: 4, cities: ['南京', '苏州', '淮安'] });
  expect(seen.deadline).toEqual({ date: '2026-12-04', workingDaysLeft: 2 });
  expect(seen.stages[0]).toEqual({
    ...{ label: { zh: '还没报过步骤', en: 'nothing reported yet' }, official: false },
    ...{ here: 4, reached: 4 },
  });
  expect(await overview(null, { city: '南京', days: 7 })).toMatchObject({ total: 2 });
});

it('counts an office’s own cities only, and says nothing of others', async () => {
  expect(await overview(['南京', '淮安'])).toMatchObject({ total: 3, cities: ['南京', '淮安'] });
  expect(await overview(['南京'], { city: '南京', days: 7 })).toMatchObject({ total: 2 });
  expect((await overview(['南京'], { city: '苏州', days: 7 })).status).toBe(403);
  expect(await overview([])).toMatchObject({ total: 0, cities: [] });
});

it('refuses a city that the pack does not have, and days that are none', async () => {
  expect((await overview(null, { city: '上海', days: 7 })).status).toBe(403);
  for (const days of [0, 367, 1.5, '7'])
    expect((await overview(null, { city: null, days })).status).toBe(400);
});

it('adds up questions of the account’s cities, and cities themselves', async () => {
  await server.stores.groups.change('web', 'group-1', { ...groupDefaults, city: '苏州' });
  const by = { kind: 'group', channel: 'web' } as const;
  const asked = { packId, date: '2026-12-03' } as const;
  await server.stores.questionCounts.count({ ...asked, fate: 'answered', by: { ...by, chatId: 'group-1' } });
  await server.stores.questionCounts.count({ ...asked, fate: 'handedOff', by: { ...by, chatId: 'group-2' } });
  expect(await overview(null)).toMatchObject({
    questions: { total: { answered: 1, handedOff: 1, useless: 0 } },
    byCity: [{ city: '南京', total: 2, submitted: 0 }, { total: 1 }, { total: 1 }],
  });
  expect(await overview(['苏州'])).toMatchObject({
    questions: { total: { answered: 1, handedOff: 0 }, byCity: [{ city: '苏州' }] },
    byCity: [{ city: '苏州', total: 1 }],
  });
});
