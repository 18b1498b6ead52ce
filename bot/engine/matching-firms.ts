import type { FirmFilter, FirmRow, FirmStore } from '../../activities/ports/store.ts';

const pageSize = 500;

/** Every firm that matches, page by page, for chat and command line alike. */
export async function* matchingFirms(
  firms: Pick<FirmStore, 'listFirms'>,
  filter: FirmFilter,
): AsyncGenerator<FirmRow> {
  let afterUscc: string | undefined;
  for (;;) {
    const page = await firms.listFirms(filter, {
      limit: pageSize,
      ...(afterUscc === undefined ? {} : { afterUscc }),
    });
    yield* page;
    afterUscc = page.at(-1)?.firm.uscc;
    if (afterUscc === undefined || page.length < pageSize) return;
  }
}
