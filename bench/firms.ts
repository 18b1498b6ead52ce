import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ConsoleFirmFilter, FirmOrder } from '../activities/ports/console-firms.ts';
import type { Firm } from '../activities/ports/store.ts';
import { usccCheckCharacter } from '../knowledge/firms/uscc.ts';
import { openStores } from '../prisma/open-stores.ts';

/** `npm run bench:firms`: how long the console's table takes to find a page among 10,000 firms, in milliseconds. */
const count = 10_000;
const rounds = 30;
const packId = 'jiangsu-2022';
const cities = ['南京', '苏州', '无锡', '常州', '南通', '淮安', '盐城', '扬州'];
const trades = ['纺织', '机电', '化工', '家具', '服装', '玩具', '五金', '食品'];
const places = ['华', '宏', '瑞', '新', '金', '恒', '盛', '远'];

function firmAt(n: number): Firm {
  const body = `91320899MA${String(n).padStart(7, '0')}`;
  const word = (list: string[], by: number): string => list[Math.floor(n / by) % list.length] ?? '';
  return {
    uscc: body + String(usccCheckCharacter(body)),
    name: `${word(cities, 1)}${word(places, 8)}${word(places, 64)}${word(trades, 512)}${n}号进出口有限公司`,
    city: word(cities, 1),
    ...{ priorYearExportUsd: 100_000 + n, exportYear: 2021, listed: true, sample: true },
    ...{ contactName: `虚构${n}`, contactPhone: `000-${String(n).padStart(8, '0')}` },
  };
}

const cadence = { firstAfterWorkingDays: 3, everyWorkingDays: 5, maxReminders: 6 };
const wanted = {
  ...{ trial: false, invitedAt: '2022-03-01T01:00:00.000Z' },
  cadence: { ...cadence, sendAt: '09:30', timeZone: 'Asia/Shanghai' as const },
};

const asked: [string, Partial<ConsoleFirmFilter>, FirmOrder, number][] = [
  ['first page', {}, 'name', 0],
  ['last page', {}, 'name', count - 20],
  ['by initials', { text: 'hahr' }, 'name', 0],
  ['by part of a name', { text: '瑞新纺织' }, 'name', 0],
  ['by contact, found nowhere', { text: '不存在', inContacts: true }, 'name', 0],
  ['by part of a code', { text: '0009999' }, 'name', 0],
  ['one city by last change', { cities: ['淮安'] }, 'changedAt', 0],
  ['by step, not reachable', { reportedStep: 'none', reachable: false }, 'reportedStep', 0],
];

const dir = await mkdtemp(join(tmpdir(), 'tongbao-bench-'));
const stores = await openStores(`file:${join(dir, 'bench.db')}`);
try {
  await stores.firms.upsertFirms(
    packId,
    Array.from({ length: count }, (_, n) => firmAt(n)),
    wanted,
  );
  for (const [name, part, order, offset] of asked) {
    const times: number[] = [];
    let total = 0;
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const filter = { packId, cities: null, ...part };
      ({ total } = await stores.consoleFirms.search(filter, { order, descending: false, offset, limit: 20 }));
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(rounds * share)] ?? 0).toFixed(1).padStart(7);
    process.stdout.write(
      `${name.padEnd(28)} ${String(total).padStart(6)} firms  p50 ${at(0.5)}  p95 ${at(0.95)}\n`,
    );
  }
} finally {
  await stores.close();
  await rm(dir, { recursive: true, force: true });
}
