import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditStore } from '../../activities/ports/store.ts';
import { checkPayloadKeys } from '../../cli/doctor/payload-keys-check.ts';
import type { Finding } from '../../cli/doctor/finding.ts';
import { ensureKeyFile } from '../../cli/payload-keys/key-file.ts';
import { keyFilePath } from '../../cli/payload-keys/open-keyring.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { keyText } from '../support/payload-keys.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;
let path: string;
let audited: Parameters<AuditStore['record']>[0][];
beforeEach(async () => {
  temp = await openTempStores();
  audited = [];
  const audit: AuditStore = { record: async (entry) => void audited.push(entry) };
  cli = createTestCli({ ...temp.stores, audit }, temp.dir);
  path = keyFilePath(cli.context.settings);
  mkdirSync(join(path, '..'), { recursive: true });
});
afterEach(() => temp.dispose());

const useSetting = (keys: string): void => {
  cli.context.settings = readSettings({ TONGBAO_DATA_DIR: temp.dir, TONGBAO_PAYLOAD_KEYS: keys });
};
const secretsIn = (text: string): string[] =>
  [...text.matchAll(/:([A-Za-z0-9+/]{43}=)/g)].map((m) => m[1] ?? '');

describe('tongbao keys list', () => {
  it('shows IDs and which of them encrypts, and no key', async () => {
    ensureKeyFile(path);
    await cli.run('keys', 'rotate');
    const { code, out } = await cli.run('keys', 'list');
    expect(code).toBe(0);
    const [newer, older] = readFileSync(path, 'utf8').match(/^\w+(?=:)/gm) ?? [];
    expect(out[2]).toMatch(new RegExp(`^${newer}\\s+加密和解密$`));
    expect(out[3]).toMatch(new RegExp(`^${older}\\s+只解密$`));
    expect(out[4]).toContain(path);
    for (const secret of secretsIn(readFileSync(path, 'utf8'))) expect(out.join('\n')).not.toContain(secret);
  });

  it('shows those of the setting where it is set', async () => {
    const keys = `${keyText('b2')},${keyText('a1')}`;
    useSetting(keys);
    const { out } = await cli.run('keys', 'list', '--lang', 'en');
    expect(out.slice(2, 4)).toEqual(['b2  encrypts and decrypts', 'a1  decrypts only']);
    for (const secret of secretsIn(keys)) expect(out.join('\n')).not.toContain(secret);
  });

  it('says so when there are none yet, and makes none', async () => {
    const { code, err } = await cli.run('keys', 'list');
    expect(code).toBe(1);
    expect(err[0]).toContain(path);
    expect((await cli.run('keys', 'list')).code).toBe(1);
  });
});

describe('tongbao keys rotate', () => {
  it('adds a key that encrypts, and notes in the audit who did it to which', async () => {
    const [before] = ensureKeyFile(path).keys;
    const { code, out } = await cli.run('keys', 'rotate');
    expect(code).toBe(0);
    const [after, kept] = ensureKeyFile(path).keys;
    expect(kept?.id).toBe(before.id);
    expect(audited).toEqual([
      { actor: 'cli', action: 'rotatePayloadKeys', target: after.id, outcome: 'rotated' },
    ]);
    expect(out[0]).toContain(after.id);
    expect(out[1]).toContain(path);
    for (const secret of secretsIn(readFileSync(path, 'utf8'))) expect(out.join('\n')).not.toContain(secret);
  });

  it('changes nothing where the setting holds the keys, and says what to do there', async () => {
    ensureKeyFile(path);
    const file = readFileSync(path, 'utf8');
    useSetting(keyText('a1'));
    const { code, err } = await cli.run('keys', 'rotate');
    expect(code).toBe(1);
    expect(err[0]).toContain('TONGBAO_PAYLOAD_KEYS');
    expect(readFileSync(path, 'utf8')).toBe(file);
  });

  it('reminds of other machines where Temporal is not our own', async () => {
    ensureKeyFile(path);
    cli.context.settings = readSettings({ TONGBAO_DATA_DIR: temp.dir, TEMPORAL_ADDRESS: 'temporal:7233' });
    const { out } = await cli.run('keys', 'rotate');
    expect(out[2]).toContain('temporal:7233');
  });
});

describe('tongbao keys ui-token', () => {
  const staffId = async (): Promise<string> => (await temp.stores.identities.addStaff('张三')).staffId;
  const now = '2026-03-02T02:00:00.000Z';

  it('prints a token that works until it expires, where to use it, and notes who got it', async () => {
    const id = await staffId();
    const { code, out } = await cli.run('keys', 'ui-token', 'add', id, '--hours', '2');
    expect(code).toBe(0);
    const [, token = '', how] = out;
    expect(how).toContain('http://127.0.0.1:8080/codec');
    expect(await temp.stores.viewTokens.find(token, now)).toMatchObject({ staffId: id, name: '张三' });
    expect(await temp.stores.viewTokens.find(token, '2026-03-02T04:00:00.000Z')).toBeNull();
    expect(audited).toMatchObject([{ actor: 'cli', action: 'viewToken.mint', target: id }]);
    expect(JSON.stringify(audited)).not.toContain(token);
  });

  it('lists those that are valid without showing them, and revokes one at once', async () => {
    expect((await cli.run('keys', 'ui-token', 'list')).out[0]).toContain('没有有效');
    const [, token = ''] = (await cli.run('keys', 'ui-token', 'add', await staffId())).out;
    const { out } = await cli.run('keys', 'ui-token', 'list');
    expect(out.join('\n')).toContain('张三');
    expect(out.join('\n')).not.toContain(token);
    const [id = ''] = out[2]?.split(/\s+/) ?? [];
    expect((await cli.run('keys', 'ui-token', 'revoke', id)).code).toBe(0);
    expect(await temp.stores.viewTokens.find(token, now)).toBeNull();
    expect(audited.at(-1)).toMatchObject({ action: 'viewToken.revoke', target: id });
    expect((await cli.run('keys', 'ui-token', 'revoke', id)).code).toBe(1);
  });

  it.each(['0', '721', '1.5', 'x', '-1'])('refuses %s hours', async (hours) => {
    const { code, err } = await cli.run('keys', 'ui-token', 'add', await staffId(), `--hours=${hours}`);
    expect(code).toBe(1);
    expect(err[0]).toContain('1 到 720');
  });

  it('is for members of staff only', async () => {
    const { code, err } = await cli.run('keys', 'ui-token', 'add', 'nobody');
    expect(code).toBe(1);
    expect(err[0]).toContain('staff list');
    expect(audited).toEqual([]);
  });
});

describe('what doctor says of the keys', () => {
  const settings = (env: NodeJS.ProcessEnv = {}) => readSettings({ TONGBAO_DATA_DIR: tempFolder(), ...env });
  const said = (findings: Finding[]): string[] =>
    findings.map(({ mark, say }) => `${mark} ${say(textsFor('en'))}`);
  const withFile = (env: NodeJS.ProcessEnv = {}) => {
    const given = settings(env);
    mkdirSync(given.dataDir, { recursive: true });
    ensureKeyFile(keyFilePath(given));
    return given;
  };

  it('how many there are, and which encrypts', () => {
    const keys = `${keyText('b2')},${keyText('a1')}`;
    expect(said(checkPayloadKeys(settings({ TONGBAO_PAYLOAD_KEYS: keys })))).toEqual([
      '✓ TONGBAO_PAYLOAD_KEYS holds 2 key(s); b2 encrypts.',
    ]);
    expect(said(checkPayloadKeys(withFile()))[0]).toMatch(/^✓ .*payload-keys holds 1 key/);
  });

  it('that none were made yet', () => {
    expect(said(checkPayloadKeys(settings()))[0]).toMatch(/^! There is no key file/);
  });

  it('that others can read them', () => {
    const given = withFile();
    chmodSync(keyFilePath(given), 0o644);
    expect(said(checkPayloadKeys(given))).toEqual([expect.stringMatching(/^! .*chmod 600/)]);
  });

  it('that the file is damaged', () => {
    const given = withFile();
    writeFileSync(keyFilePath(given), 'torn:');
    expect(said(checkPayloadKeys(given))).toEqual([expect.stringMatching(/^✗ .*not well-formed/)]);
  });

  it('that a file serves one machine only, where Temporal is not our own', () => {
    const found = said(checkPayloadKeys(withFile({ TEMPORAL_ADDRESS: 'temporal:7233' })));
    expect(found).toEqual([expect.stringMatching(/^✓/), expect.stringMatching(/^! .*temporal:7233/)]);
  });
});
