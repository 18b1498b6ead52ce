import type { recovery as zh } from '../zh-CN/recovery.ts';
import { reconcile } from './reconcile.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const recovery: typeof zh = {
  describe: {
    backup: 'back up the data, also while tongbao runs',
    backupInto: 'folder of the backups; each is a new folder in it',
    keep: 'keep the newest n, remove older ones',
    backupDatabaseOnly: "only the database, without Temporal's data",
    restore: 'restore a backup; without --yes it checks the backup and says what would happen',
    restoreFrom: 'folder of one backup',
    restoreYes: 'restore it',
    restoreDatabaseOnly: 'only the database; all tracking begins anew from it',
    recover:
      "after Temporal's data were lost: begin all tracking anew from the database; without --yes it says what would happen",
    recoverYes: 'begin it anew',
  },

  reconcile,

  recover: {
    found: (p) =>
      `${{ enrollment: 'Tracked enrollments', campaign: 'Campaigns not at their end', digest: 'Messages collected for a person' }[p.kind]}: ${p.wanted}, of which Temporal does not know ${p.lost}.`,
    nothing: 'Temporal has lost nothing; there is nothing to begin anew.',
    elsewhere:
      'The Temporal server is not our own: make sure first that TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE are right. With a wrong one the same firm would be tracked twice.',
    preview:
      'This was only a check; nothing was changed. With --yes, what Temporal does not know begins anew from the database; what was sent is not sent again.',
    done: (p) => `Began ${p.count} anew, each from where the database stands.`,
    looksLost:
      'Temporal does not know the firms that are tracked; its data seem to be lost. Run tongbao recover to see.',
  },

  backup: {
    nothing: (p) => `There is nothing to back up yet: no database ${p.path}.`,
    temporalTooOld:
      'The Temporal server that runs was started by an older version and cannot be backed up while it runs. Stop tongbao, run npm start again, then back up; or use --database-only.',
    unwritable: (p) =>
      `The backup cannot be written to ${p.folder}, and nothing of it was left there; check path, permissions and disk space.`,
    damaged: (p) =>
      `The backup is not whole: ${p.file} is missing, damaged or not what it was. Use another backup.`,
    badKeep: (p) => `--keep cannot be "${p.value}"; give a whole number from 1 to 9999.`,
    done: (p) =>
      `Backed up and checked: ${p.folder} (${count(p.files, 'file')}, ${p.size}).${
        {
          copied: '',
          elsewhere: ' The Temporal server is not our own; back it up separately.',
          'left out': " Without Temporal's data.",
        }[p.temporal]
      }`,
    secret:
      'It holds contacts of firms and keys, and only you can read it; keep it like the data folder, and keep a copy on another machine.',
    pruned: (p) => `Removed ${count(p.count, 'older backup')}; the newest ${p.keep} are kept.`,
  },

  restore: {
    noBackup: (p) => `${p.folder} is not a finished backup (it has no readable manifest.json).`,
    otherMode: (p) => `This is a backup of ${p.mode} mode, unlike TONGBAO_MODE now; nothing was changed.`,
    newer: (p) =>
      `This backup is of a newer tongbao (${p.version}). Restore it with that version; nothing was changed.`,
    unfinished: (p) =>
      `The last restore, of ${p.backup}, was interrupted with only a part of the data exchanged, so tongbao cannot start. Run tongbao restore again.`,
    found: (p) =>
      `The backup is whole: ${p.mode} mode, tongbao ${p.version}, data until ${p.at} Beijing time, ${count(p.files, 'file')} to restore.`,
    temporal: {
      restored: "Temporal's data are restored with it.",
      anew: "Temporal's data are not restored; all tracking begins anew from what the database says.",
      elsewhere: 'The Temporal server is not our own and stays as it is.',
    },
    gap: (p) =>
      `What changed after ${p.from} is not in the backup and has to be entered again. The system may have run until ${p.until}: reminders that fell due in between count as perhaps sent and are not sent again.`,
    preview: (p) =>
      `This was only a check; nothing was changed. Add --yes to restore: what is in ${p.dataDir} now is moved to a folder replaced-... in it, never deleted.`,
    done: (p) =>
      `Restored. The data of before are in the folder replaced-${p.aside}; delete it once you are sure.`,
    settled: (p) =>
      `${count(p.missedReminders, 'reminder')} noted as perhaps sent; ${count(p.doubted, 'message')} had not gone out when the backup was taken: reminders are left to the next one, the rest is sent once more and marked so. Tracking of ${count(p.restarted, 'firm')} begins anew from the database.`,
    endedCampaigns: (p) =>
      `${count(p.count, 'campaign')} under way at the backup, or due since: nobody knows any more to whom it wrote after the backup, so it has ended. Its firms without a result count as unknown and are not written to again; begin another where it is needed.`,
    pausedCampaigns: (p) =>
      `${count(p.count, 'campaign')} paused at the backup, and still so. Before you resume one, make sure that nobody resumed it after the backup: its firms would be written to twice.`,
    next: {
      restored: 'You can run npm start now.',
      anew: 'You can run npm start now, and then tongbao recover --yes.',
      elsewhere:
        'You can run npm start now. The database is older than Temporal: once it runs, tongbao reconcile --yes brings it up.',
    },
  },
};
