import type { reconcile as zh } from '../zh-CN/reconcile.ts';

export const reconcile: typeof zh = {
  describe: {
    reconcile:
      'compare the database with the tracking that runs and say where they differ; mends it only with --yes',
    yes: 'mend it',
    all: 'list every ID, not only the first ten',
  },
  columns: ['What', 'Difference', 'Count', 'How it is mended'],
  kind: {
    enrollment: 'tracked enrollment',
    campaign: 'campaign',
    digest: 'messages collected for a person',
    renewal: 'judging of renewals',
    schedule: 'schedule',
  },
  difference: {
    lost: 'ought to run, Temporal does not know it',
    ended: 'ought to run, but has ended',
    databaseBehind: 'the database is older than Temporal',
    engineBehind: 'Temporal is older than the database',
    runsOn: 'over in the database, but still runs',
    noRow: 'runs, but is not in the database',
    stuck: 'fails again and again and stands still',
    silent: 'runs, but does not answer',
  },
  remedy: {
    enrollment: {
      lost: 'begins anew from the database',
      ended: 'begins anew from the database',
      databaseBehind: "Temporal's state is saved in the database",
      engineBehind: 'begins anew from the database',
      noRow: 'saved in the database',
    },
    campaign: {
      lost: 'goes on with the firms that are left',
      ended: 'noted as failed and not resumed; firms that it did not come to as not sent',
      runsOn: 'stopped',
    },
    other: 'begins anew',
  },
  byHand: {
    noRow: 'left alone: the firm is on no list here, or is of the other mode; import the list first',
    noCampaign:
      'left alone: the database does not know this campaign; tongbao temporal workflow terminate ends it',
    stuck: "left alone: see the error in the log or in Temporal's pages; once fixed it goes on by itself",
    silent: 'left alone: compare again later',
  },
  progress: (p) => `${p.looked} enrollments compared...`,
  same: (p) => `Compared ${p.enrollments} enrollments that ought to be tracked: everything agrees.`,
  listed: (p) => `${p.what}:`,
  more: (p) => `... and ${p.count} more; --all lists them all`,
  preview: 'This was only a check; nothing was changed. --yes mends it; what was sent is not sent again.',
  done: (p) => `Mended: ${p.mended}.`,
  left: (p) => `Left as they are, for a person to see to: ${p.left}.`,
  failed: (p) => `Could not be mended: ${p.id}. It can be run again; see the log if that does not help.`,
  looksLost:
    'Temporal knows none of the firms that are tracked: its data seem to be lost, or TEMPORAL_ADDRESS or TEMPORAL_NAMESPACE is wrong. Make sure of the address first; if the data are lost, run tongbao recover. Nothing was changed.',
  nobodyAnswers:
    'The tracking runs, but no program answers for it, so nothing can be compared. Make sure that npm start (or --role worker) runs without errors, and try again.',
  busy: (p) =>
    `Another comparison or recovery is under way (process ${p.pid}); wait for it. Nothing was changed.`,
};
