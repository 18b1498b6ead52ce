import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeLock } from '../../cli/bootstrap/pid-lock.mjs';
import { openFileKeyring } from '../../cli/payload-keys/file-keyring.ts';
import { ensureKeyFile, readKeyFile, rotateKeyFile } from '../../cli/payload-keys/key-file.ts';
import { keyFilePath, openKeyring } from '../../cli/payload-keys/open-keyring.ts';
import { readSettings } from '../../cli/settings.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { keyText } from '../support/payload-keys.ts';
import { tempFolder } from '../support/temp-folder.ts';

const newPath = (): string => join(tempFolder(), 'payload-keys');
const idsIn = (path: string): string[] | undefined => readKeyFile(path)?.map((key) => key.id);

describe('the key file', () => {
  it('is made once, for its owner only, and leaves no draft behind', () => {
    const path = newPath();
    const first = ensureKeyFile(path);
    const again = ensureKeyFile(path);
    expect([first.made, again.made]).toEqual([true, false]);
    expect(again.keys.map((key) => key.id)).toEqual(first.keys.map((key) => key.id));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['payload-keys']);
  });

  it('is not made over one that cannot be understood', () => {
    const path = newPath();
    writeFileSync(path, 'torn:');
    expect(() => ensureKeyFile(path)).toThrow(UserError);
    expect(() => rotateKeyFile(path)).toThrow(UserError);
    expect(readFileSync(path, 'utf8')).toBe('torn:');
  });

  it('says which file is wrong, and nothing that stands in it', () => {
    const path = newPath();
    const secret = keyText('a1');
    writeFileSync(path, `${secret}\nwrong`);
    expect(() => readKeyFile(path)).toThrow(path);
    expect(() => readKeyFile(path)).not.toThrow(secret);
  });

  it('is rotated by a new first key; the older ones stay, in their order', () => {
    const path = newPath();
    const [first] = ensureKeyFile(path).keys;
    rotateKeyFile(path);
    const rotated = rotateKeyFile(path);
    expect(rotated).toHaveLength(3);
    expect(rotated[2]?.id).toBe(first.id);
    expect(rotated[2]?.secret.equals(first.secret)).toBe(true);
    expect(idsIn(path)).toEqual(rotated.map((key) => key.id));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').match(/^#/gm)).toHaveLength(1);
  });

  it('is not rotated where there is none, nor by two at once', () => {
    const path = newPath();
    expect(() => rotateKeyFile(path)).toThrow(UserError);
    ensureKeyFile(path);
    const lock = takeLock(`${path}.lock`);
    expect(() => rotateKeyFile(path)).toThrow(UserError);
    if (lock.taken) lock.release();
    expect(rotateKeyFile(path)).toHaveLength(2);
  });
});

describe('a running process', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('reads a key that it does not know as soon as it meets it', () => {
    const path = newPath();
    const keyring = openFileKeyring(path);
    const before = keyring.current().id;
    const [added] = rotateKeyFile(path);
    expect(keyring.current().id).toBe(before);
    expect(keyring.find(added.id)?.secret.equals(added.secret)).toBe(true);
    expect(keyring.current().id).toBe(added.id);
    expect(keyring.find('none')).toBeNull();
  });

  it('encrypts with the new key before long, without meeting it', () => {
    const path = newPath();
    const keyring = openFileKeyring(path);
    const [added] = rotateKeyFile(path);
    vi.advanceTimersByTime(10_000);
    expect(keyring.current().id).toBe(added.id);
  });

  it('goes on with the keys that it has when the file is gone or damaged', () => {
    const path = newPath();
    const keyring = openFileKeyring(path);
    const { id } = keyring.current();
    writeFileSync(path, 'torn:');
    expect(keyring.find('other')).toBeNull();
    expect(keyring.find(id)?.id).toBe(id);
    rmSync(path);
    expect(keyring.find('other')).toBeNull();
    expect(keyring.current().id).toBe(id);
  });
});

describe('the keys of a process', () => {
  const settings = (env: NodeJS.ProcessEnv = {}) => readSettings({ TONGBAO_DATA_DIR: tempFolder(), ...env });

  it('are those of the setting, and then no file is made', () => {
    const given = settings({ TONGBAO_PAYLOAD_KEYS: `${keyText('b2')},${keyText('a1')}` });
    expect(openKeyring(given).current().id).toBe('b2');
    expect(openKeyring(given).find('a1')?.id).toBe('a1');
    expect(idsIn(keyFilePath(given))).toBeUndefined();
  });

  it('are those of the data folder otherwise, the same for all', () => {
    const given = settings();
    const { id } = openKeyring(given).current();
    expect(openKeyring(given).current().id).toBe(id);
    expect(idsIn(keyFilePath(given))).toEqual([id]);
  });

  it('are asked for by name when the file cannot be read', () => {
    const given = settings();
    mkdirSync(keyFilePath(given), { recursive: true });
    expect(() => openKeyring(given)).toThrow(keyFilePath(given));
  });

  it('are a secret: a bad setting is not shown, and child processes do not get a good one', () => {
    const good = keyText('a1');
    expect(() => settings({ TONGBAO_PAYLOAD_KEYS: `${good},oops` })).toThrow(/TONGBAO_PAYLOAD_KEYS/);
    expect(() => settings({ TONGBAO_PAYLOAD_KEYS: `${good},oops` })).not.toThrow(/oops|a1:[^….]/);
    expect(settings({ TONGBAO_PAYLOAD_KEYS: good }).childEnv).not.toHaveProperty('TONGBAO_PAYLOAD_KEYS');
  });
});
