import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import type { ScheduleDirectory, WorkflowDirectory } from '../../activities/ports/workflow-directory.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { CliContext, CliEngine } from '../../cli/context.ts';
import { runCli } from '../../cli/program.ts';
import { readSettings } from '../../cli/settings.ts';

interface CliRun {
  code: number;
  out: string[];
  err: string[];
}

export interface TestCli {
  context: CliContext;
  /** Runs a command in this process, with what it said. */
  run(...argv: string[]): Promise<CliRun>;
}

const unexpected = (): never => {
  throw new Error('this command was not expected');
};

/** Enrollment commands that refuse to be called, but for those given. */
const fakeCommands = (given: Partial<EnrollmentCommands>): EnrollmentCommands => ({
  reportStep: unexpected,
  correctStep: unexpected,
  applyOfficialEvent: unexpected,
  correctStatus: unexpected,
  decline: unexpected,
  refuseRenewal: unexpected,
  linkContact: unexpected,
  moveEnrollment: unexpected,
  mergeEnrollment: unexpected,
  wakeRenewal: unexpected,
  snooze: unexpected,
  requestReminder: unexpected,
  advanceTrialClock: unexpected,
  withdraw: unexpected,
  startCampaign: unexpected,
  startDigest: unexpected,
  steerCampaign: unexpected,
  ...given,
});

/** The command line over given stores and a fake engine, at a fixed time. */
export function createTestCli(
  stores: Stores,
  dataDir: string,
  options: {
    mode?: 'trial' | 'live';
    engine?: Partial<EnrollmentCommands> | null;
    started?: () => Promise<number>;
    workflows?: Partial<WorkflowDirectory>;
    schedules?: Partial<ScheduleDirectory>;
    restart?: CliEngine['restartEnrollment'];
    botUsername?: string;
    loadPack?: typeof loadPack;
    now?: Date;
  } = {},
): TestCli {
  let said: CliRun = { code: 0, out: [], err: [] };
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { engine = null } = options;
  const context: CliContext = {
    settings: readSettings({ TONGBAO_MODE: options.mode ?? 'trial', TONGBAO_DATA_DIR: dataDir }),
    log: silent,
    out: (line) => void said.out.push(line),
    err: (line) => void said.err.push(line),
    loadPack: async (packId = 'jiangsu-2022') => (options.loadPack ?? loadPack)(packId),
    openStores: async () => stores,
    connectEngine: async () =>
      engine === null
        ? null
        : {
            commands: fakeCommands(engine),
            startWaitingEnrollments: options.started ?? (async () => 0),
            workflows: {
              describe: unexpected,
              listRunning: unexpected,
              snapshotOf: unexpected,
              runningSnapshotOf: unexpected,
              ...options.workflows,
            },
            schedules: { missing: unexpected, keep: unexpected, ...options.schedules },
            restartEnrollment: options.restart ?? unexpected,
          },
    botUsername: async () => options.botUsername ?? null,
    now: () => options.now ?? new Date('2026-03-02T02:00:00.000Z'),
  };
  return {
    context,
    run: async (...argv) => {
      said = { code: -1, out: [], err: [] };
      const code = await runCli(argv, context);
      return { ...said, code };
    },
  };
}
