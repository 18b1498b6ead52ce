import type { FirmRow } from '../../../../activities/ports/store.ts';
import type { EnginePorts } from '../../ports.ts';

const pageSize = 500;

/** Splits `USCC rest of the line`; the code in capitals. Null when the first word is no code. */
export function usccAndRest(args: string): { uscc: string; rest: string } | null {
  const match = /^([0-9a-z]{18})(?:\s+(.*))?$/is.exec(args.trim());
  return match === null ? null : { uscc: (match[1] ?? '').toUpperCase(), rest: (match[2] ?? '').trim() };
}

/** Firms of the pack whose name holds `part`, `most` at most. */
export async function firmsByName(
  { stores, pack }: EnginePorts,
  part: string,
  most: number,
): Promise<FirmRow[]> {
  const found: FirmRow[] = [];
  for await (const row of allFirms({ stores, pack })) {
    if (row.firm.name.includes(part)) found.push(row);
    if (found.length >= most) break;
  }
  return found;
}

/** All firms of the pack, or those that match, page by page. */
export async function* allFirms(
  { stores, pack }: Pick<EnginePorts, 'stores' | 'pack'>,
  filter: { city?: string; reportedStep?: string } = {},
): AsyncGenerator<FirmRow> {
  let afterUscc: string | undefined;
  for (;;) {
    const page = await stores.firms.listFirms(
      { packId: pack.id, ...filter },
      { limit: pageSize, ...(afterUscc === undefined ? {} : { afterUscc }) },
    );
    yield* page;
    afterUscc = page.at(-1)?.firm.uscc;
    if (afterUscc === undefined || page.length < pageSize) return;
  }
}
