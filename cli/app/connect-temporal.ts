import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { temporalConnection } from '../../temporal.config.ts';
import { userError } from '../both-languages.ts';
import type { Settings } from '../settings.ts';
import { cancelWhen } from './closed-calls.ts';

/** Connects as a client. Throws UserError when the server does not answer. */
export async function connectClient(
  settings: Settings,
  embeddedAddress: string | null,
): Promise<{ client: Client; close: () => Promise<void> }> {
  const target = targetOf(settings, embeddedAddress);
  try {
    let closed = false;
    const connection = await Connection.connect({
      ...target.connectionOptions,
      connectTimeout: '10s',
      interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), cancelWhen(() => closed)],
    });
    const client = new Client({ connection, namespace: target.namespace });
    const close = (): Promise<void> => {
      closed = true;
      return connection.close();
    };
    return { client, close };
  } catch (error) {
    throw unreachable(target.connectionOptions.address, error);
  }
}

/** Connects as a worker does. Throws UserError when the server does not answer. */
export async function connectWorker(
  settings: Settings,
  embeddedAddress: string | null,
): Promise<{ connection: NativeConnection; namespace: string }> {
  const target = targetOf(settings, embeddedAddress);
  try {
    const connection = await NativeConnection.connect(target.connectionOptions);
    return { connection, namespace: target.namespace };
  } catch (error) {
    throw unreachable(target.connectionOptions.address, error);
  }
}

function targetOf(settings: Settings, embeddedAddress: string | null) {
  const target = temporalConnection(settings.temporal, embeddedAddress);
  if (target === null) throw new Error('neither an embedded Temporal server nor an address');
  return target;
}

const unreachable = (address: string, error: unknown) =>
  userError((t) => t.app.temporalUnreachable({ address }), error);
