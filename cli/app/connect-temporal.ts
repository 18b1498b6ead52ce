import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { createDataConverter } from '../../activities/payload-codec/data-converter.ts';
import { temporalConnection } from '../../temporal.config.ts';
import { userError } from '../both-languages.ts';
import { openKeyring } from '../payload-keys/open-keyring.ts';
import type { Settings } from '../settings.ts';
import { cancelWhen } from './closed-calls.ts';

/** Connects as a client that encrypts what it sends. Throws UserError when the server does not answer. */
export async function connectClient(
  settings: Settings,
  embeddedAddress: string | null,
): Promise<{ client: Client; close: () => Promise<void> }> {
  const target = targetOf(settings, embeddedAddress);
  const dataConverter = createDataConverter(openKeyring(settings));
  try {
    let closed = false;
    const connection = await Connection.connect({
      ...target.connectionOptions,
      connectTimeout: '10s',
      interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), cancelWhen(() => closed)],
    });
    const client = new Client({ connection, namespace: target.namespace, dataConverter });
    const close = (): Promise<void> => {
      closed = true;
      return connection.close();
    };
    return { client, close };
  } catch (error) {
    throw unreachable(target.connectionOptions.address, error);
  }
}

/** Where the settings say that the server is. */
export function targetOf(settings: Settings, embeddedAddress: string | null) {
  const target = temporalConnection(settings.temporal, embeddedAddress);
  if (target === null) throw new Error('neither an embedded Temporal server nor an address');
  return target;
}

export const unreachable = (address: string, error: unknown) =>
  userError((t) => t.app.temporalUnreachable({ address }), error);
