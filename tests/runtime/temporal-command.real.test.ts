import { expect, it, onTestFinished } from 'vitest';
import { readSettings } from '../../cli/settings.ts';
import { startEmbeddedServer } from '../../cli/temporal/embedded-server.ts';
import { searchAttributeNames } from '../../workflows/contract.ts';
import { runTongbao } from '../support/run-tongbao.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { temporalCliPath } from '../support/temporal-cli.ts';

const tongbaoTemporal = async (dataDir: string, ...args: string[]) =>
  runTongbao(
    {
      ...process.env,
      TONGBAO_DATA_DIR: dataDir,
      TEMPORAL_CLI_PATH: await temporalCliPath(),
      TEMPORAL_CONFIG_FILE: '/nonexistent/temporal.toml',
    },
    ['temporal', ...args],
  );

it('says in one line that no server runs', async () => {
  const { out, err, code } = await tongbaoTemporal(tempFolder(), 'workflow', 'list');
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('npm start');
});

it('runs against our server and passes on options, output and exit code', async () => {
  const root = tempFolder();
  const { dataDir } = readSettings({ TONGBAO_DATA_DIR: root });
  const server = await startEmbeddedServer({
    cliPath: await temporalCliPath(),
    dataDir,
    searchAttributes: Object.values(searchAttributeNames),
    env: process.env,
  });
  onTestFinished(() => server.stop());
  const listed = await tongbaoTemporal(root, 'operator', 'search-attribute', 'list', '--output', 'json');
  expect(listed.code).toBe(0);
  expect(listed.out).toContain('TongbaoPack');
  const query = await tongbaoTemporal(root, 'workflow', 'list', '--query', "TongbaoStatus = 'invited'");
  expect(query).toMatchObject({ code: 0, err: '' });
  const wrong = await tongbaoTemporal(root, 'workflow', 'describe', '--workflow-id', 'nothing');
  expect(wrong.code).not.toBe(0);
});
