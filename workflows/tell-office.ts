import type { OfficeNotice } from '../knowledge/notifications/office-matter.ts';
import { notify } from './notify.ts';

/** Tells all staff something that concerns no single firm. The same key is told once. */
export async function tellOffice({ key, data }: OfficeNotice): Promise<void> {
  const now = (): string => new Date().toISOString();
  await notify(
    { key, kind: 'officeNotice', enrollmentId: '', data },
    { locally: true, now, skip: () => null },
  );
}
