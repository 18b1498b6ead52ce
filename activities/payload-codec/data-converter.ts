import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { createPayloadCodec } from './payload-codec.ts';
import type { Keyring } from './payload-keys.ts';

/** Also for the bundle of the workflow code, where failures of workflows are converted. */
export const failureConverterPath = fileURLToPath(new URL('failure-converter.cjs', import.meta.url));

/** How clients and workers write payloads: encrypted, failures' messages and stack traces too. */
export const createDataConverter = (keyring: Keyring): DataConverter => ({
  failureConverterPath,
  payloadCodecs: [createPayloadCodec(keyring)],
});
