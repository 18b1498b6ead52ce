import { reconcile } from './reconcile.ts';

export const recovery = {
  describe: {
    backup: '备份数据，可以在运行中做',
    backupInto: '放备份的文件夹；每次备份是其中一个新的子文件夹',
    keep: '只留最新的 n 份，更早的删除',
    backupDatabaseOnly: '只备份数据库，不含 Temporal 的数据',
    restore: '从备份恢复；不加 --yes 只检查备份并说明会怎样',
    restoreFrom: '一份备份的文件夹',
    restoreYes: '真的恢复',
    restoreDatabaseOnly: '只恢复数据库，所有跟踪按数据库重新开始',
    recover: 'Temporal 的数据丢了以后，按数据库重新开始所有跟踪；不加 --yes 只说明会怎样',
    recoverYes: '真的重新开始',
  },

  reconcile,

  recover: {
    found: (p: { kind: 'enrollment' | 'campaign' | 'digest'; wanted: number; lost: number }) =>
      `${{ enrollment: '投保跟踪', campaign: '未结束的群发', digest: '待合并发出的消息' }[p.kind]}：应有 ${p.wanted} 个，Temporal 不知道的 ${p.lost} 个。`,
    nothing: 'Temporal 什么也没丢，不需要重新开始。',
    elsewhere:
      'Temporal 不是本程序自带的：请先确认 TEMPORAL_ADDRESS 和 TEMPORAL_NAMESPACE 没有写错。写错时重新开始，会让同一家企业被跟踪两次。',
    preview:
      '这只是检查，什么也没改。加 --yes，Temporal 不知道的就按数据库里的进度重新开始；发过的不会再发。',
    done: (p: { count: number }) => `重新开始了 ${p.count} 个，从数据库里的进度接着走。`,
    looksLost: 'Temporal 不知道正在跟踪的企业，它的数据像是丢了。请运行 tongbao recover 看看。',
  },

  backup: {
    nothing: (p: { path: string }) => `还没有可备份的数据：没有数据库 ${p.path}。`,
    temporalTooOld:
      '正在运行的 Temporal 服务是旧版本启动的，运行中不能备份。请把 tongbao 停掉再 npm start 一次，然后备份；或加 --database-only 只备份数据库。',
    unwritable: (p: { folder: string }) =>
      `备份写不进 ${p.folder}，什么也没留下；请检查路径、权限和磁盘空间。`,
    damaged: (p: { file: string }) => `备份不完整：${p.file} 缺失、与备份时不同或已损坏。请用另一份备份。`,
    badKeep: (p: { value: string }) => `--keep 不能是“${p.value}”，请给 1 到 9999 的整数。`,
    done: (p: {
      folder: string;
      files: number;
      size: string;
      temporal: 'copied' | 'elsewhere' | 'left out';
    }) =>
      `已备份并核对：${p.folder}（${p.files} 个文件，${p.size}）。${
        {
          copied: '',
          elsewhere: 'Temporal 不是本程序自带的，请另行备份。',
          'left out': '不含 Temporal 的数据。',
        }[p.temporal]
      }`,
    secret: '里面有企业联系方式和密钥，只有您本人可读；请像数据文件夹一样保管，并另存一份到别的机器。',
    pruned: (p: { count: number; keep: number }) =>
      `删除了 ${p.count} 份更早的备份，留下最新的 ${p.keep} 份。`,
  },

  restore: {
    noBackup: (p: { folder: string }) => `${p.folder} 不是一份完整的备份（没有可读的 manifest.json）。`,
    otherMode: (p: { mode: 'trial' | 'live' }) =>
      `这是${p.mode === 'live' ? '正式' : '试用'}模式的备份，与现在的 TONGBAO_MODE 不同；什么也没改。`,
    newer: (p: { version: string }) =>
      `这份备份来自更新的 tongbao（${p.version}）。请用那个版本恢复；什么也没改。`,
    unfinished: (p: { backup: string }) =>
      `上次从 ${p.backup} 恢复时中断了，数据只换了一部分，不能启动。请再运行一次 tongbao restore。`,
    found: (p: { mode: 'trial' | 'live'; version: string; at: string; files: number }) =>
      `备份完好：${p.mode === 'live' ? '正式' : '试用'}模式，tongbao ${p.version}，数据截至北京时间 ${p.at}，${p.files} 个文件要恢复。`,
    temporal: {
      restored: 'Temporal 的数据一起恢复。',
      anew: 'Temporal 的数据不恢复；所有跟踪按数据库里的进度重新开始。',
      elsewhere: 'Temporal 不是本程序自带的，它保持现在的样子。',
    },
    gap: (p: { from: string; until: string }) =>
      `${p.from} 之后的变化不在备份里，需要重新录入。系统可能一直运行到 ${p.until}：这期间到期的提醒按“可能已发”处理，不再补发。`,
    preview: (p: { dataDir: string }) =>
      `这只是检查，什么也没改。加 --yes 才恢复：${p.dataDir} 里现在的数据会移到其中的 replaced-… 文件夹，不会删除。`,
    done: (p: { aside: string }) =>
      `已恢复。原来的数据在 replaced-${p.aside} 文件夹里，确认无误后可以自行删除。`,
    settled: (p: { missedReminders: number; doubted: number; restarted: number }) =>
      `按“可能已发”记下的提醒 ${p.missedReminders} 条；备份时还没发完的消息 ${p.doubted} 条：提醒留给下一次，其他的再发一次并标“补发”。${p.restarted} 家企业的跟踪按数据库重新开始。`,
    endedCampaigns: (p: { count: number }) =>
      `备份时正在发、或备份之后到了时间的群发 ${p.count} 次，备份之后发给了谁已无从知道：已结束，没有结果的企业记为“不确定”，不会再发。需要时请重新发起。`,
    pausedCampaigns: (p: { count: number }) =>
      `暂停着的群发 ${p.count} 次，保持暂停。继续之前请确认：备份之后没有人继续过它，否则同一家会收到两次。`,
    next: {
      restored: '现在可以 npm start。',
      anew: '现在可以 npm start，然后运行 tongbao recover --yes。',
      elsewhere:
        '现在可以 npm start。数据库比 Temporal 旧，启动之后请运行 tongbao reconcile --yes，把进度补齐。',
    },
  },
};
