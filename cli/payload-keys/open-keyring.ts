import { join } from 'node:path';
import { fixedKeyring } from '../../activities/payload-codec/payload-keys.ts';
import type { Keyring } from '../../activities/payload-codec/payload-keys.ts';
import { prepareDataDir } from '../data-dir.ts';
import type { Settings } from '../settings.ts';
import { openFileKeyring } from './file-keyring.ts';
import { ensureKeyFile } from './key-file.ts';

export const keyFilePath = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'payload-keys');

/** Makes the file where one is needed and there is none; true when it did. */
export const makeMissingKeyFile = (settings: Pick<Settings, 'dataDir' | 'payloadKeys'>): boolean =>
  settings.payloadKeys === null && ensureKeyFile(keyFilePath(settings)).made;

/** The keys of TONGBAO_PAYLOAD_KEYS, else of the data folder's file, which is made where there is none. */
export function openKeyring(settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'payloadKeys'>): Keyring {
  if (settings.payloadKeys !== null) return fixedKeyring(settings.payloadKeys);
  prepareDataDir(settings);
  return openFileKeyring(keyFilePath(settings));
}
