import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const sampleFirms = z.array(z.object({ uscc: z.string(), name: z.string() }));

/** Codes of the fictional firms of `samples/`: trial imports only these, live refuses them. */
export async function loadSampleUsccs(): Promise<ReadonlySet<string>> {
  const file = new URL('../../samples/firms.json', import.meta.url);
  const firms = sampleFirms.parse(JSON.parse(await readFile(file, 'utf8')));
  return new Set(firms.map((f) => f.uscc));
}
