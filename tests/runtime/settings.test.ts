import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareDataDir } from '../../cli/data-dir.ts';
import { loadEnvFile, projectDir, readSettings } from '../../cli/settings.ts';
import { missingSettings, settingsDocument } from '../../cli/settings-document.ts';
import { settingsTable } from '../../cli/settings-table.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { temporalConnection } from '../../temporal.config.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** No profile of the person who runs the tests. */
const none = { TEMPORAL_CONFIG_FILE: '/nonexistent/temporal.toml' };
const read = (env: NodeJS.ProcessEnv) => readSettings({ ...none, ...env });

describe('defaults', () => {
  it('are a trial on loopback in the project folder', () => {
    expect(read({})).toMatchObject({
      mode: 'trial',
      dataDir: join(projectDir, 'data/trial'),
      host: '127.0.0.1',
      port: 8080,
      publicUrl: null,
      packId: 'jiangsu-2022',
      telegram: null,
      databaseUrl: `file:${join(projectDir, 'data/trial/tongbao.db')}`,
      temporalAddress: null,
      temporalCliPath: null,
      logLevel: 'info',
    });
  });

  it('hold also for variables that are set to nothing', () => {
    expect(read({ TONGBAO_PORT: '', TELEGRAM_BOT_TOKEN: ' ', TEMPORAL_ADDRESS: '' })).toMatchObject({
      port: 8080,
      telegram: null,
      temporalAddress: null,
    });
  });
});

describe('given values', () => {
  it('keep each mode in a folder of its own', () => {
    const settings = read({ TONGBAO_MODE: 'live', TONGBAO_DATA_DIR: '/srv/tongbao' });
    expect(settings.dataDir).toBe('/srv/tongbao/live');
    expect(settings.databaseUrl).toBe('file:/srv/tongbao/live/tongbao.db');
  });

  it('count a relative path from the project folder', () => {
    expect(read({ TONGBAO_DATA_DIR: 'elsewhere' }).dataDir).toBe(join(projectDir, 'elsewhere/trial'));
    expect(read({ DATABASE_URL: 'file:./x.db' }).databaseUrl).toBe(`file:${join(projectDir, 'x.db')}`);
    expect(read({ DATABASE_URL: 'file:///srv/x.db' }).databaseUrl).toBe('file:/srv/x.db');
  });

  it('name sites that may embed the chat, and proxies to believe', () => {
    const settings = read({
      TONGBAO_WEB_EMBED_ORIGINS: 'https://www.example.cn/, http://10.0.0.7:8080 https://www.example.cn',
      TONGBAO_TRUST_PROXY: '127.0.0.1, fd00::/8',
    });
    expect(settings.embedOrigins).toEqual(['https://www.example.cn', 'http://10.0.0.7:8080']);
    expect(settings.trustProxy).toEqual(['127.0.0.1', 'fd00::/8']);
    expect(() => read({ TONGBAO_WEB_EMBED_ORIGINS: 'https://*.example.cn' })).toThrow('https://*.example.cn');
  });

  it('drop the slash at the end of an address', () => {
    expect(read({ TONGBAO_PUBLIC_URL: 'https://tongbao.example/' }).publicUrl).toBe(
      'https://tongbao.example',
    );
  });

  it('join what belongs to Telegram', () => {
    const env = { TELEGRAM_BOT_TOKEN: '1:abc', TELEGRAM_PROXY: 'socks5://127.0.0.1:1080' };
    expect(read(env).telegram).toEqual({
      token: '1:abc',
      apiRoot: null,
      proxy: 'socks5://127.0.0.1:1080',
      webhookSecret: null,
    });
  });

  it('name who may send events, each with its secrets', () => {
    const [a, b, c] = [24, 32, 64].map(
      (length) => `whsec_${Buffer.alloc(length, length).toString('base64')}`,
    );
    expect(read({ TONGBAO_API_SECRETS: `crm:${a}, bank:${b} crm:${c}` }).apiSources).toEqual([
      { name: 'crm', secrets: [a, c] },
      { name: 'bank', secrets: [b] },
    ]);
    expect(read({}).apiSources).toEqual([]);
    for (const bad of [`crm:${a},bank:${a}`, a, `CRM:${a}`, 'crm:whsec_c2hvcnQ=', `crm:${a}:x`]) {
      expect(() => read({ TONGBAO_API_SECRETS: bad })).toThrow('TONGBAO_API_SECRETS');
      expect(() => read({ TONGBAO_API_SECRETS: bad })).not.toThrow(bad);
    }
  });

  it('keep our secrets out of child processes', () => {
    const secret = `a:whsec_${Buffer.alloc(24).toString('base64')}`;
    const { childEnv } = read({ TELEGRAM_BOT_TOKEN: '1:abc', TONGBAO_API_SECRETS: secret, PATH: '/bin' });
    expect(childEnv).toMatchObject({ PATH: '/bin' });
    expect(childEnv).not.toHaveProperty('TELEGRAM_BOT_TOKEN');
    expect(childEnv).not.toHaveProperty('TONGBAO_API_SECRETS');
  });
});

describe('bad values', () => {
  it.each([
    ['TONGBAO_MODE', 'prod', 'trial'],
    ['TONGBAO_PORT', '80a', '65535'],
    ['TONGBAO_PORT', '65536', '65535'],
    ['TONGBAO_HOST', 'a b', '127.0.0.1'],
    ['TONGBAO_PUBLIC_URL', 'tongbao.example', 'https://'],
    ['TONGBAO_WEB_EMBED_ORIGINS', 'www.example.cn', 'https://www.example.cn'],
    ['TONGBAO_WEB_EMBED_ORIGINS', 'https://www.example.cn/news', 'https://www.example.cn'],
    ['TONGBAO_WEB_EMBED_ORIGINS', "https://a.cn,'self'", 'https://www.example.cn'],
    ['TONGBAO_TRUST_PROXY', '1', '127.0.0.1'],
    ['TONGBAO_TRUST_PROXY', '10.0.0.0/33', '127.0.0.1'],
    ['TONGBAO_TRUST_PROXY', 'proxy.example', '127.0.0.1'],
    ['TONGBAO_PACK', '../x', 'jiangsu-2022'],
    ['TONGBAO_LOG_LEVEL', 'loud', 'debug'],
    ['TELEGRAM_API_ROOT', 'ftp://x', 'https://'],
    ['TEMPORAL_ADDRESS', '127.0.0.1', '7233'],
  ])('%s=%s is refused, naming variable, value and what is allowed', (name, value, allowed) => {
    expect(() => read({ [name]: value })).toThrow(
      expect.objectContaining({ name: 'UserError', message: expect.stringContaining(allowed) as string }),
    );
    expect(() => read({ [name]: value })).toThrow(new RegExp(`${name}.*${value.replaceAll('.', '\\.')}`));
  });

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'my secret token'],
    ['TELEGRAM_WEBHOOK_SECRET', 'päss'],
    ['TELEGRAM_PROXY', 'wang:geheim@proxy'],
    ['DATABASE_URL', 'mysql://u:geheim@h/db'],
  ])('%s is refused without showing its value', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
    expect(() => read({ [name]: value })).not.toThrow(value);
  });

  it('says that PostgreSQL is not supported yet', () => {
    expect(() => read({ DATABASE_URL: 'postgresql://u:geheim@h/db' })).toThrow('PostgreSQL');
    expect(() => read({ DATABASE_URL: 'postgresql://u:geheim@h/db' })).not.toThrow('geheim');
  });
});

describe('.env', () => {
  it('is read from the folder, and the environment wins', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, '.env'), 'TONGBAO_TEST_ONE=file\nTONGBAO_TEST_TWO=file\n');
    process.env['TONGBAO_TEST_ONE'] = 'environment';
    try {
      loadEnvFile(folder);
      expect(process.env['TONGBAO_TEST_ONE']).toBe('environment');
      expect(process.env['TONGBAO_TEST_TWO']).toBe('file');
    } finally {
      delete process.env['TONGBAO_TEST_ONE'];
      delete process.env['TONGBAO_TEST_TWO'];
    }
  });

  it('need not be there', () => {
    expect(() => loadEnvFile(tempFolder())).not.toThrow();
  });
});

describe('Temporal', () => {
  const profile = '[profile.office]\naddress = "temporal.example:7233"\nnamespace = "tongbao"\n';

  it('is reached as a profile of temporal.toml says, with variables on top', () => {
    const file = join(tempFolder(), 'temporal.toml');
    writeFileSync(file, profile);
    const env = { TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'office' };
    const { temporal, temporalAddress } = read(env);
    expect(temporalAddress).toBe('temporal.example:7233');
    expect(temporalConnection(temporal, null)).toEqual({
      namespace: 'tongbao',
      connectionOptions: { address: 'temporal.example:7233' },
    });
    expect(read({ ...env, TEMPORAL_ADDRESS: 'other:1' }).temporalAddress).toBe('other:1');
  });

  it('gets TLS with an API key', () => {
    const { temporal } = read({ TEMPORAL_ADDRESS: 'a.example:7233', TEMPORAL_API_KEY: 'k' });
    expect(temporalConnection(temporal, null)?.connectionOptions).toMatchObject({ tls: true, apiKey: 'k' });
  });

  it('is the embedded server when no address is set, without key or namespace', () => {
    const { temporal } = read({ TEMPORAL_API_KEY: 'k', TEMPORAL_NAMESPACE: 'n' });
    expect(temporalConnection(temporal, '127.0.0.1:5')).toEqual({
      namespace: 'default',
      connectionOptions: { address: '127.0.0.1:5' },
    });
    expect(temporalConnection(temporal, null)).toBeNull();
  });

  it('says which profile is missing', () => {
    expect(() => read({ TEMPORAL_PROFILE: 'nowhere' })).toThrow('nowhere');
  });
});

describe('data folder', () => {
  it('is made with room for the database', () => {
    const root = tempFolder();
    const settings = read({ TONGBAO_DATA_DIR: join(root, 'a/b') });
    expect(() => prepareDataDir(settings)).not.toThrow();
    writeFileSync(join(settings.dataDir, 'probe'), '');
  });

  it('that cannot be written is told in one line', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const settings = read({ TONGBAO_DATA_DIR: join(file, 'data') });
    expect(() => prepareDataDir(settings)).toThrow(
      expect.objectContaining({ name: 'UserError', message: expect.stringContaining(file) as string }),
    );
  });
});

describe('documentation', () => {
  it('has a meaning in both languages for every setting', () => {
    for (const { name } of settingsTable) {
      expect(textsFor('zh-CN').cli.settings.meaning[name]).not.toBe('');
      expect(textsFor('en').cli.settings.meaning[name]).not.toBe('');
    }
  });

  it('docs/settings.md is what the table says (npm run docs:settings)', () => {
    expect(readFileSync(join(projectDir, 'docs/settings.md'), 'utf8')).toBe(settingsDocument());
  });

  it('finds the settings that a text leaves out', () => {
    const text = settingsDocument().replaceAll('TONGBAO_PORT', '');
    expect(missingSettings(settingsDocument())).toEqual([]);
    expect(missingSettings(text)).toEqual(['TONGBAO_PORT']);
  });
});
