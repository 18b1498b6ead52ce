import type { OfficialStatus } from '../../enrollment/state.ts';
import type { OfficeMatterShown } from '../../notifications/office-matter.ts';
import type { RenewalRefusal } from '../../renewal/refusals.ts';
import { enrollment } from './enrollment.ts';

type Shown = OfficeMatterShown;

const refusals = {
  valueBelow: '出口额低于下限',
  valueAbove: '出口额超过上限',
  valueUnknown: '名单上没有出口额',
  notListed: '不在核准名单内',
} satisfies Record<RenewalRefusal, string>;
const reasons: Partial<Record<string, string>> = {
  ...refusals,
  ...{ list: '名单上还没有这家企业', value: '名单上还没有出口额' },
};
const reasonText = (codes: string[]): string => codes.map((code) => reasons[code] ?? code).join('，');
const verdicts = {
  eligible: '可以续转',
  invited: '已邀请续转',
  notEligible: '不符合',
  waitingForList: '等名单',
  notFollowed: '找不到它的投保跟踪',
  changedMeanwhile: '轮到时已不在保',
};

export const renewal = {
  /** To the firm. */
  refused: {
    head: (p: { firm: string; year: number; baseYear: number }): string =>
      `${p.firm}：按${p.baseYear}年的出口额和${p.year}年度的名单核对，贵公司暂时不能续转到${p.year}年度。`,
    valueUnknown: (p: { baseYear: number }): string =>
      `出口额：名单上没有贵公司${p.baseYear}年的出口额，没法判断。`,
    policyStands: '现在的保单不受影响，照常有效到期满。',
    next: (p: { contacts: string }): string =>
      `名单或出口额有出入的话，请点“${p.contacts}”，找他们核实；名单更正后，我会重新核对并告诉您。`,
  },
  /** To staff. */
  office: {
    calendarUnknown: (p: Shown): string[] => [
      `还没有${p.year}年的放假和调休安排。`,
      `没有它，${p.year}年的提醒只能按周一到周五算：可能发在假日，也会漏掉调休上班的日子。`,
      '国务院办公厅公布后，请更新统保，再运行 tongbao doctor 看是否已经有了。',
    ],
    nextPackMissing: (p: Shown): string[] => [
      `政策包 ${p.packId} 的续转定在 ${p.opensOn} 开放，但下一年度的政策包 ${p.nextPackId} 还没有，或者还没有填好。`,
      `请运行 tongbao pack check ${p.nextPackId} 看还差什么；没有填好，续转就不会开放。`,
    ],
    renewalMissed: (p: Shown): string[] => [
      `政策包 ${p.packId} 的续转原定 ${p.opensOn} 开放，那一天没有开成；时间过了很久，系统不再自动补开。`,
      '还要开放的话，请运行 tongbao renewal open。',
    ],
    renewalOpened: (p: Shown): string[] => [
      `${p.packId} 到 ${p.nextPackId} 的续转已开放，第一遍已核对完：`,
      [
        `邀请续转 ${p.invited} 家`,
        `不符合、已告知原因 ${p.notEligible} 家`,
        `等名单 ${p.waiting} 家`,
        `要人看一看 ${p.unsettled} 家`,
      ].join('，') + '。',
      '明细：tongbao renewal report；导入下一年度的名单后，等名单的会自动再核对。',
    ],
  },
  cli: {
    describe: {
      renewal: '下一年度的续转：预览、开放、看结果',
      preview: '预览：谁可以续转，谁不符合、为什么，谁在等名单；什么都不写、不发',
      open: '开放续转：先预览，加 --yes 才开放；不等到政策包里定的日子',
      report: '看结果：邀请了谁，谁不符合、为什么，谁在等名单',
      listComplete: '声明下一年度的名单已经齐了：还不在名单上的，就告知不符合；加 --yes 才算',
      out: '明细另存到这个文件（.xlsx 或 .csv）',
      pack: '政策包编号，不写就用 TONGBAO_PACK',
      check: '续转的日子和下一年度的政策包',
    },
    notPlanned: (p: { pack: string }): string =>
      `政策包“${p.pack}”没有写续转（renewal 为 null）：哪天开放、续到哪个政策包，请先写进 pack.json。`,
    nextPackUnusable: (p: { next: string }): string =>
      `下一年度的政策包“${p.next}”还没有，或者还没有填好，现在不能开放续转。请运行 tongbao pack check ${p.next}。`,
    calendar: (p: { pack: string; next: string; opensOn: string }): string =>
      `政策包 ${p.pack} 续转到 ${p.next}，定在 ${p.opensOn} 09:00 开放。`,
    openedAt: (p: { at: string; by: string }): string =>
      `续转已于 ${p.at} 开放（${p.by === 'system' ? '按政策包里的日子' : p.by}）。`,
    listCompleteAt: (p: { at: string }): string => `名单已于 ${p.at} 声明齐了。`,
    notOpen: (p: { pack: string }): string =>
      `政策包“${p.pack}”的续转还没有开放，用 tongbao renewal open 开放。`,
    total: (p: { count: number }): string => `在保企业 ${p.count} 家：`,
    resultTotal: (p: { count: number }): string => `已核对 ${p.count} 家：`,
    line: (p: { verdict: keyof typeof verdicts; codes: string[]; count: number }): string =>
      `${verdicts[p.verdict]}${p.codes.length === 0 ? '' : `（${reasonText(p.codes)}）`}：${p.count} 家`,
    others: (p: { status: OfficialStatus; count: number }): string =>
      `${enrollment.statusLabels[p.status]}：${p.count} 家，不在续转之列`,
    stillDue: (p: { count: number }): string => `还有 ${p.count} 家没有核对到，系统在运行时会接着核对。`,
    previewOnly: '这只是预览。加 --yes 才开放。',
    opened: '续转已开放，系统正在逐家核对；看结果：tongbao renewal report。',
    openAlready: '续转已经开放过了；系统会把还没核对的接着核对。看结果：tongbao renewal report。',
    listCompletePreview: (p: { count: number }): string =>
      `有 ${p.count} 家在等名单。声明名单齐了以后，还不在名单上的会收到不符合的通知，不能收回。加 --yes 才算。`,
    listCompleted: (p: { count: number }): string => `已声明名单齐了，系统正在重新核对 ${p.count} 家。`,
    saved: (p: { count: number; file: string }): string => `${p.count} 家的明细已存到 ${p.file}。`,
    unwritable: (p: { file: string }): string => `写不了 ${p.file}，请检查路径和权限。`,
    exists: (p: { file: string }): string => `${p.file} 已经存在，不覆盖；请换一个文件名。`,
    columns: [
      '信用代码',
      '企业',
      '城市',
      '今年状态',
      '结论',
      '原因',
      '下年名单',
      '出口额（美元）',
      '出口年份',
    ],
    verdicts: verdicts as Record<keyof typeof verdicts, string>,
    reasonText,
    listed: (p: { listed: boolean | null }): string =>
      p.listed === null ? '未列' : p.listed ? '在' : '不在',
    /** After an import of the next year's list. */
    leftToRenewal: (p: { count: number; packs: string }): string =>
      `其中 ${p.count} 家在 ${p.packs} 的保单还有效：由续转核对后再邀请，不当作新企业邀请。`,
    doctor: {
      fine: (p: { next: string; opensOn: string }): string =>
        `续转 ${p.opensOn} 开放，下一年度的政策包 ${p.next} 已填好`,
      open: (p: { next: string }): string => `续转到 ${p.next} 已开放`,
      nextPackUnusable: (p: { next: string; opensOn: string }): string =>
        `续转 ${p.opensOn} 开放，下一年度的政策包 ${p.next} 还没有或还没有填好；请运行 tongbao pack check ${p.next}`,
      missed: (p: { opensOn: string }): string =>
        `续转原定 ${p.opensOn} 开放，没有开成；要开请运行 tongbao renewal open`,
    },
  },
};
