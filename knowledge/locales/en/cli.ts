import type { cli as shape } from '../zh-CN/cli.ts';

const runtime: typeof shape.runtime = {
  temporalCliPathWrong: (p) =>
    `TEMPORAL_CLI_PATH points to ${p.path}, which is no executable file; give the full path of the temporal program or remove the setting.`,
  temporalCliMissing: (p) =>
    `The Temporal CLI was not found and could be neither downloaded nor compiled. Install Temporal CLI ${p.version} (https://docs.temporal.io/cli) or Go and try again, or name its place in TEMPORAL_CLI_PATH; details in ${p.logFile}`,
  temporalCliDownloading: () => 'Downloading the Temporal CLI (first run only)...',
  temporalCliCompiling: () =>
    'Compiling the Temporal CLI (first run only, about 5 minutes on 2 cores), please wait...',
  stillWorking: (p) => `still working, ${p.seconds} seconds so far...`,
  waitingForOther: (p) => `another tongbao process (pid ${p.pid}) is preparing the same; waiting for it...`,
};

export const cli: typeof shape = { runtime };
