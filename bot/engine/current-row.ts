import type { FirmRow } from '../../activities/ports/store.ts';
import type { EnginePorts } from './ports.ts';

/** A firm with the enrollment that its people mean when they name none. Null for a firm that nobody imported. */
export const currentRow = (
  { stores, pack }: Pick<EnginePorts, 'stores' | 'pack'>,
  uscc: string,
): Promise<FirmRow | null> => stores.firms.firmRow(pack.id, uscc);
