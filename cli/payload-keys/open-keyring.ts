import { join } from 'node:path';
import { fixedKeyring } from '../../activities/payload-codec/payload-keys.ts';
import type { Keyring } from '../../activities/payload-codec/payload-keys.ts';
import { prepareDataDir } from '../data-dir.ts';
import type { Settings } from '../settings.ts';
import { openFileKeyring } from './file-keyring.ts';

export const keyFilePath = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'payload-keys');

/** The keys of TONGBAO_PAYLOAD_KEYS, else of the data folder's file, which is made where there is none. */
export function openKeyring(settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'payloadKeys'>): Keyring {
  if (settings.payloadKeys !== null) return fixedKeyring(settings.payloadKeys);
  prepareDataDir(settings);
  return openFileKeyring(keyFilePath(settings));
}
