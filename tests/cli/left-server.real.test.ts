import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { processStart } from '../../cli/bootstrap/pid-lock.mjs';
import { createCliContext } from '../../cli/create-context.ts';
import { prepareDataDir } from '../../cli/data-dir.ts';
import { checkTemporal } from '../../cli/doctor/temporal-check.ts';
import { acquireInstanceLock } from '../../cli/instance-lock.ts';
import { readSettings } from '../../cli/settings.ts';
import { writeRecord } from '../../cli/temporal/server-record.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { enrollmentWorkflowId, enrollmentWorkflowType, mainTaskQueue } from '../../workflows/contract.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { startTemporalServer } from '../support/temporal-server.ts';
import type { TestTemporalServer } from '../support/temporal-server.ts';

// A Temporal server that nobody works for, as a killed `npm start` leaves it.
let server: TestTemporalServer;
beforeAll(async () => {
  server = await startTemporalServer();
}, 120_000);
afterAll(() => server.stop());

/** A data folder whose record says that this server is its own. */
function leftBehind() {
  const settings = readSettings({ TONGBAO_DATA_DIR: tempFolder() });
  prepareDataDir(settings);
  const port = Number(server.address.split(':')[1]);
  writeRecord(settings.dataDir, {
    pid: process.pid,
    processStart: processStart(process.pid) ?? '',
    ...{ port, uiPort: 1, dbFile: '', startedAt: '' },
  });
  return settings;
}

describe('a Temporal server without tongbao', () => {
  it('is not taken for a running system', async () => {
    const settings = leftBehind();
    // The lock of a process that is gone.
    writeFileSync(join(settings.dataDir, 'tongbao.pid'), JSON.stringify({ pid: process.pid, start: 'then' }));
    const { context, close } = createCliContext(settings);
    onTestFinished(close);
    expect(await context.connectEngine()).toBeNull();
    const found = await checkTemporal(settings);
    expect(found.mark).toBe('!');
    expect(found.say(textsFor('zh-CN'))).toContain('请运行 npm start');
  });

  it('is the running system while npm start holds the folder', async () => {
    const settings = leftBehind();
    onTestFinished(acquireInstanceLock(settings.dataDir));
    const { context, close } = createCliContext(settings);
    onTestFinished(close);
    expect(await context.connectEngine()).not.toBeNull();
    expect((await checkTemporal(settings)).mark).toBe('✓');
  });
});

describe('an update that no worker answers', () => {
  it('is said to be without an answer, for it may still take effect', async () => {
    const connection = await Connection.connect({ address: server.address });
    onTestFinished(() => connection.close());
    const client = new Client({ connection });
    const enrollmentId = 'jiangsu-2022/91329999MADEM0001Q';
    await client.workflow.start(enrollmentWorkflowType, {
      workflowId: enrollmentWorkflowId(enrollmentId),
      taskQueue: mainTaskQueue,
      args: [],
    });
    const commands = createEnrollmentCommands(client, {
      answerWithinMs: 1_000,
      enrollments: () => Promise.reject(new Error('no projection in this test')),
    });
    const by = { enrollmentId, eventId: 'e-1', source: 'cli', actor: 'cli' } as const;
    const sent = commands.applyOfficialEvent({ ...by, status: 'approved', reason: null });
    await expect(sent).rejects.toMatchObject({ name: 'EnrollmentUnavailable', code: 'noAnswer' });
  });
});
