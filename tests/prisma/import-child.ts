import { openStores } from '../../prisma/open-stores.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';

/** Run as a process of its own: opens the database and writes firms in batches, saying so after each. */
const [url = '', first = '0', count = '0', batch = '1'] = process.argv.slice(2);
const stores = await openStores(url);
for (let done = 0; done < Number(count); done += Number(batch)) {
  const firms = Array.from({ length: Number(batch) }, (_, n) => fictionalFirm(Number(first) + done + n));
  await stores.firms.upsertFirms(packId, firms, wanted);
  process.stdout.write(`${done + Number(batch)}\n`);
}
await stores.close();
