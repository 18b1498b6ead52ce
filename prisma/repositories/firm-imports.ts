import type { FirmImport, FirmImportStore } from '../../activities/ports/firm-imports.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import type { FirmImport as StoredImport } from '../generated/client.ts';

/** Fewer than a statement can have parameters. */
const pageSize = 500;

export function createFirmImportStore(db: Database): FirmImportStore {
  return {
    begin: async ({ cities, ...columns }) => {
      try {
        await db.firmImport.create({
          data: { ...columns, cities: JSON.stringify(cities), state: 'running' },
        });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    note: async (id, counts, state) => {
      await db.firmImport.update({ where: { id }, data: { ...counts, state } });
    },
    find: async (id) => {
      const stored = await db.firmImport.findUnique({ where: { id } });
      return stored && importOf(stored);
    },
    list: async (packId, limit) => {
      const stored = await db.firmImport.findMany({
        where: { packId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return stored.map(importOf);
    },
    citiesOf: async (usccs) => {
      const cities = new Map<string, string>();
      for (let start = 0; start < usccs.length; start += pageSize) {
        const page = usccs.slice(start, start + pageSize);
        const stored = await db.firm.findMany({
          where: { uscc: { in: page } },
          select: { uscc: true, city: true },
        });
        for (const { uscc, city } of stored) cities.set(uscc, city);
      }
      return cities;
    },
  };
}

const importOf = ({ cities, state, createdAt, updatedAt, ...columns }: StoredImport): FirmImport => ({
  ...columns,
  cities: JSON.parse(cities) as string[],
  state: state as FirmImport['state'],
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
