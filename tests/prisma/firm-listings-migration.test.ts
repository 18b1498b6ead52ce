import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { applyMigrations, readMigrations } from '../../prisma/schema-engine.ts';
import { openFactory } from '../../prisma/sqlite-adapter.ts';

const [thisYear, nextYear] = ['jiangsu-2022', 'jiangsu-2023'];
let dir: string;
let stores: Stores;

const firm = (uscc: string, cents: string, listedInPack: string | null): string =>
  `INSERT INTO "Firm" ("uscc", "name", "city", "priorYearExportCents", "exportYear", "listedInPack", "sample", "updatedAt")
   VALUES ('${uscc}', '虚构${uscc}', '南京', ${cents}, 2021, ${listedInPack === null ? 'NULL' : `'${listedInPack}'`}, TRUE, '2022-03-01T00:00:00.000Z');`;
const enrollment = (packId: string, uscc: string): string =>
  `INSERT INTO "Enrollment" ("id", "packId", "uscc", "city", "officialStatus", "trial", "snapshot", "updatedAt")
   VALUES ('${packId}/${uscc}', '${packId}', '${uscc}', '南京', 'invited', TRUE, '{}', '2022-03-01T00:00:00.000Z');`;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongbao-migration-'));
  const path = join(dir, 'tongbao.db');
  const connection = await openFactory(path).connect();
  const migrations = await readMigrations();
  const own = migrations.findIndex(({ name }) => name.endsWith('_firm_listings'));
  await applyMigrations(connection, migrations.slice(0, own));
  await connection.executeScript(
    [
      ...[firm('LISTED', '12345', thisYear), enrollment(thisYear, 'LISTED')],
      ...[firm('LEFT', '200', null), enrollment(thisYear, 'LEFT')],
      ...[firm('TAKEN', '300', nextYear), enrollment(thisYear, 'TAKEN'), enrollment(nextYear, 'TAKEN')],
      firm('NEVER', '9999999999999', null),
      firm('NOVALUE', 'NULL', thisYear),
    ].join('\n'),
  );
  await connection.dispose();
  stores = await openStores(`file:${path}`, 'fast');
});
afterEach(async () => {
  await stores.close();
  await rm(dir, { recursive: true, force: true });
});

describe('the move of the list into a table of its own', () => {
  it.each([
    ['a listed firm with its value', thisYear, 'LISTED', { listed: true, priorYearExportUsd: 123.45 }],
    ['a firm that left the list', thisYear, 'LEFT', { listed: false, priorYearExportUsd: 2 }],
    ['a firm that the next list took away', thisYear, 'TAKEN', { listed: true, priorYearExportUsd: null }],
    ['its place on that next list', nextYear, 'TAKEN', { listed: true, priorYearExportUsd: 3 }],
    [
      'a firm named as not listed',
      thisYear,
      'NEVER',
      { listed: false, priorYearExportUsd: 99_999_999_999.99 },
    ],
    ['a listed firm without a value', thisYear, 'NOVALUE', { listed: true, priorYearExportUsd: null }],
  ])('keeps %s', async (_what, packId, uscc, expected) => {
    const row = await stores.firms.firmRow(packId, uscc);
    expect(row?.firm).toMatchObject({ uscc, name: `虚构${uscc}`, city: '南京', ...expected });
  });

  it('keeps every firm and enrollment', async () => {
    const [one, other] = [thisYear, nextYear].map((packId) =>
      stores.firms.listFirms({ packId }, { limit: 9 }),
    );
    const names = (await one)?.map(({ firm: { uscc } }) => uscc);
    expect(names).toEqual(['LEFT', 'LISTED', 'NEVER', 'NOVALUE', 'TAKEN']);
    expect((await one)?.filter((row) => row.enrollment !== null)).toHaveLength(3);
    expect(await other).toHaveLength(1);
  });
});
