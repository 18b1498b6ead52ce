import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../../activities/bundle.ts';
import { quietRuntime } from '../support/quiet-runtime.ts';

quietRuntime();

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'tests/histories');
const names = readdirSync(folder).filter((n) => n.endsWith('.json'));
const historyOf = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const enrollments = names.filter((n) => n.startsWith('enrollment-'));
/** From before the projection was written by a local activity. */
const older = ['enrollment-whole.json', 'enrollment-waiting.json'];
const reminding = ['campaign-steered.json', 'campaign-paused.json', 'campaign-cancelled.json'];
const campaigns = [...reminding, 'campaign-announcement.json'];

const altered = mkdtempSync(join(tmpdir(), 'tongbao-altered-'));
afterAll(() => rmSync(altered, { recursive: true, force: true }));

/** The workflow code, with one change in one file. */
function alter(
  workflow: string,
  { name, from, to }: { name: string; from: string; to: string },
): ReturnType<typeof bundleWorkflows> {
  const copy = join(altered, name);
  for (const room of ['workflows', 'knowledge'])
    cpSync(join(root, room), join(copy, room), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  const file = join(copy, `workflows/${workflow}.ts`);
  const source = readFileSync(file, 'utf8');
  if (!source.includes(from)) throw new Error(`${workflow}.ts no longer holds: ${from}`);
  writeFileSync(file, source.replace(from, to));
  return bundleWorkflows(join(copy, 'workflows/index.ts'));
}

const alterEnrollment = (name: string, from: string, to: string): ReturnType<typeof bundleWorkflows> =>
  alter('enrollment', { name, from, to });

describe('committed histories', () => {
  it('are there, of every kind of workflow', () => {
    for (const name of ['campaign', 'digest', 'renewal', 'renewal-opened', 'watch', 'enrollment-renewing'])
      expect(names).toContain(`${name}.json`);
    expect(names).toEqual(expect.arrayContaining([...older, ...campaigns]));
  });

  it('replay on the workflow code of today', async () => {
    const workflowBundle = await bundleWorkflows();
    for (const name of names) await Worker.runReplayHistory({ workflowBundle }, historyOf(name));
  });

  it('replay on a calendar that was published later', async () => {
    // Other working days: timers run for another time, and nothing else may differ.
    const workflowBundle = await alterEnrollment('calendar', 'const waitMs =', 'const waitMs = 86_400_000 +');
    for (const name of enrollments) await Worker.runReplayHistory({ workflowBundle }, historyOf(name));
  });

  it('do not replay when one command comes before another', async () => {
    const workflowBundle = await alterEnrollment(
      'reordered',
      // The first projection is asked for before the first timer, instead of after it.
      'await condition(() => book.hasUnsaved);',
      'if (!book.hasUnsaved) await condition(() => book.hasUnsaved);',
    );
    for (const name of older) await expectRefused(workflowBundle, name);
  });

  it('do not replay when a status is noted after its projection instead of before', async () => {
    const noted =
      'upsertSearchAttributes([{ key: messages.statusAttribute, value: book.state.officialStatus }]);';
    const workflowBundle = await alterEnrollment(
      'status-later',
      noted,
      `void saved().then(() => condition(() => !book.hasUnsaved)).then(() => ${noted.slice(0, -1)});`,
    );
    const changing = enrollments.filter((n) => !n.includes('waiting'));
    expect(changing.length).toBeGreaterThanOrEqual(5);
    for (const name of changing) await expectRefused(workflowBundle, name);
  });

  it('do not replay when what an update changed is saved before the update is in the history', async () => {
    const workflowBundle = await alterEnrollment(
      'saved-within-the-task',
      'const afterTask = !locally || (durably && unsavedByUpdate);',
      'const afterTask = !locally;',
    );
    const durable = enrollments.filter((n) => n.includes('durably'));
    expect(durable.length).toBeGreaterThanOrEqual(2);
    for (const name of durable) await expectRefused(workflowBundle, name);
  });

  it('of two reminders at once do not replay without the patch that lets the second wait', async () => {
    const [sent, oneAtATime] = ['two-reminders-sent', 'one-reminder-at-a-time'];
    for (const [name, answer] of [
      [sent, 'true'],
      [oneAtATime, 'false'],
    ] as const) {
      const asked = "while (remindersUnderWay > 0 && patched('oneReminderAtATime'))";
      const always = asked.replace("patched('oneReminderAtATime')", answer);
      const workflowBundle = await alterEnrollment(`two-reminders-${answer}`, asked, always);
      await expectRefused(workflowBundle, `enrollment-${name}.json`);
    }
  });

  it('of a campaign do not replay when its firms are chosen before it is known when it starts', async () => {
    const read = 'const { kind, startsInMs } = await readCampaignStart({ campaignId });';
    const workflowBundle = await alter('campaign', {
      name: 'campaign-reordered',
      from: read,
      to: `await chooseCampaignTargets({ campaignId });\n${read}`,
    });
    for (const name of campaigns) await expectRefused(workflowBundle, name);
  });

  it('of an announcement do not replay when its firms are settled before they are written to', async () => {
    const workflowBundle = await alter('announce', {
      name: 'announce-reordered',
      from: '    const queued = await queueAnnouncements({ campaignId, enrollmentIds });',
      to: `    await settleAnnouncements({ campaignId, enrollmentIds });
    const queued = await queueAnnouncements({ campaignId, enrollmentIds });`,
    });
    await expectRefused(workflowBundle, 'campaign-announcement.json');
    // Reminders go another way.
    for (const name of reminding) await Worker.runReplayHistory({ workflowBundle }, historyOf(name));
  });

  it('of a campaign do not replay without the patch that chose their path', async () => {
    const unpatched = await alter('campaign', {
      name: 'campaign-unpatched',
      from: "if (!patched('steeredCampaigns')) return remindInGroups(input);",
      to: '',
    });
    await expectRefused(unpatched, 'campaign.json');
  });

  it('of a renewal do not replay when it is counted before it is judged', async () => {
    const workflowBundle = await alter('renewal', {
      name: 'renewal-reordered',
      from: '    woken = false;',
      to: '    woken = false;\n    await countRenewals({ packId });',
    });
    await expectRefused(workflowBundle, 'renewal.json');
  });

  it('do not replay without the patch that chose their path', async () => {
    const unpatched = await alterEnrollment('unpatched', "patched('localActivities')", 'true');
    for (const name of older) await expectRefused(unpatched, name);
  });
});

async function expectRefused(
  workflowBundle: Awaited<ReturnType<typeof bundleWorkflows>>,
  name: string,
): Promise<void> {
  const replay = Worker.runReplayHistory({ workflowBundle }, historyOf(name));
  await expect(replay, name).rejects.toBeInstanceOf(DeterminismViolationError);
}
