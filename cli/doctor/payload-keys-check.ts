import { statSync } from 'node:fs';
import { UserError } from '../../knowledge/user-error.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { readKeyFile } from '../payload-keys/key-file.ts';
import { keyFilePath } from '../payload-keys/open-keyring.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';

type Say = (doctor: Texts['encryption']['doctor']) => string;
const finding = (mark: Finding['mark'], say: Say): Finding => ({
  mark,
  say: (t) => say(t.encryption.doctor),
});

/** The keys of the data in Temporal, and who else can read them. Makes none. */
export function checkPayloadKeys(
  settings: Pick<Settings, 'dataDir' | 'payloadKeys' | 'temporalAddress'>,
): Finding[] {
  const { payloadKeys, temporalAddress: address } = settings;
  if (payloadKeys !== null) {
    const [{ id }] = payloadKeys;
    return [finding('✓', (t) => t.fromSetting({ count: payloadKeys.length, id }))];
  }
  const path = keyFilePath(settings);
  try {
    const keys = readKeyFile(path);
    if (keys === null) return [finding('!', (t) => t.missing({ path }))];
    const [{ id }] = keys;
    return [
      isOpenToOthers(path)
        ? finding('!', (t) => t.readable({ path }))
        : finding('✓', (t) => t.fromFile({ count: keys.length, id, path })),
      ...(address === null ? [] : [finding('!', (t) => t.onlyHere({ address }))]),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ mark: '✗', say: (t) => (t === textsFor('en') ? error.en : error.zh) }];
  }
}

/** Windows knows no such rights. */
const isOpenToOthers = (path: string): boolean =>
  process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
