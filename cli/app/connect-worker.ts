import type { DataConverter } from '@temporalio/common';
import { NativeConnection } from '@temporalio/worker';
import { createDataConverter } from '../../activities/payload-codec/data-converter.ts';
import { openKeyring } from '../payload-keys/open-keyring.ts';
import type { Settings } from '../settings.ts';
import { targetOf, unreachable } from './connect-temporal.ts';

/** Connects as a worker does, with the converter that its workers need. Throws UserError when the server does not answer. */
export async function connectWorker(
  settings: Settings,
  embeddedAddress: string | null,
): Promise<{ connection: NativeConnection; namespace: string; dataConverter: DataConverter }> {
  const target = targetOf(settings, embeddedAddress);
  const dataConverter = createDataConverter(openKeyring(settings));
  try {
    const connection = await NativeConnection.connect(target.connectionOptions);
    return { connection, namespace: target.namespace, dataConverter };
  } catch (error) {
    throw unreachable(target.connectionOptions.address, error);
  }
}
