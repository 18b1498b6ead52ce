import type { OfficialStatus, ReportedStep } from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';

interface Standing {
  status: OfficialStatus;
  step: ReportedStep | null;
}

const standing = ({ status, step }: Standing): string =>
  `${enrollment.statusLabels[status]}${step === null ? '' : `，企业报告到“${enrollment.stepLabels[step]}”`}`;

/** A firm's code is corrected, or the firm merges into another; and what it was called before. */
export const firmMove = {
  describe: {
    firm: '处理一家企业：信用代码更正、企业合并',
    move: '把企业转到另一个统一社会信用代码：代码更正，或并入另一家企业；不带 --yes 只预览',
    oldUscc: '现在的统一社会信用代码',
    newUscc: '以后用的统一社会信用代码',
    keep: '两家都有投保时以哪一家的为准：old（转走的）或 new（留下的）',
    yes: '真的转',
  },
  problem: {
    sameCode: '两个代码是同一个，没有什么要转的。',
    oldUnknown: (p: { uscc: string }): string => `没有代码是 ${p.uscc} 的企业，核对一下再试。`,
    oldGone: (p: { uscc: string; now: string }): string =>
      `${p.uscc} 是旧代码，企业现在的代码是 ${p.now}；要再转，请从 ${p.now} 转起。`,
    newGone: (p: { uscc: string; now: string }): string =>
      `${p.uscc} 是停用的旧代码，企业现在的代码是 ${p.now}；停用的代码不能再用。`,
    otherMode: (p: { uscc: string }): string => `${p.uscc} 是示例企业的代码，真实数据里不能用。`,
    movingElsewhere: (p: { to: string }): string =>
      `这家企业正在转到另一个代码（${p.to}），上次没有转完；请先把那一次转完。`,
    targetMoves: (p: { uscc: string; to: string }): string =>
      `${p.uscc} 的企业自己正在转到另一个代码（${p.to}），上次没有转完；请先把那一次转完，再转到 ${p.to}。`,
    oldIsFurther: (p: { packId: string; old: Standing; own: Standing }): string =>
      `政策包 ${p.packId} 里两家都有投保，转走的这家更靠前（${standing(p.old)}），留下的那家是：${standing(p.own)}。请加 --keep old（以转走的为准）或 --keep new（以留下的为准）。`,
  },
  corrected: (p: { name: string; city: string; from: string; to: string }): string =>
    `代码更正：${p.name}（${p.city}），${p.from} → ${p.to}。`,
  merged: (p: { name: string; from: string; into: string; city: string; to: string }): string =>
    `企业合并：${p.name}（${p.from}）并入 ${p.into}（${p.city}，${p.to}）。`,
  continues: (p: { packId: string } & Standing): string =>
    `  ${p.packId}：${standing(p)}。状态、步骤、历史、提醒次数都接着算。`,
  keepsNew: (p: { packId: string; old: Standing; own: Standing }): string =>
    `  ${p.packId}：以留下的为准（${standing(p.own)}）；转走的（${standing(p.old)}）结束，历史保留。`,
  keepsOld: (p: { packId: string; old: Standing; own: Standing }): string =>
    `  ${p.packId}：以转走的为准（${standing(p.old)}），接到留下的那家；那家原来是：${standing(p.own)}，历史保留。`,
  noEnrollment: '  没有投保跟踪，只转企业资料和联系人。',
  along: (p: { contacts: number }): string =>
    `联系人 ${p.contacts} 位一起转，不用重新关联；邀请码、负责人、通知记录、名单一起转。旧代码以后仍能查到这家企业。不另发通知。`,
  irreversible: '转了不能撤销：旧代码不能再启用。',
  preview: '这只是预览，什么都没有改。核对无误后加 --yes。',
  done: (p: { name: string; to: string }): string => `已转：${p.name} 现在的代码是 ${p.to}。`,
  already: (p: { name: string; from: string; to: string }): string =>
    `之前已经转过：${p.from} 现在是 ${p.to}（${p.name}）。`,
  stillSending:
    '旧代码下还有一条消息正在发，等它发完才能转完。企业在旧代码下已经停止提醒；过几分钟把同一条命令再运行一遍。',
  formerOnList: (p: { count: number }): string =>
    `${p.count} 行用的是旧代码，企业已经换了代码，这几行没有写入；请在名单里改成新代码（tongbao status 旧代码 可以查到）：`,
  yearMark: (p: { year: number }): string => `【${p.year}年度】`,
  named: (p: { name: string; former: string }): string => `${p.name}（${p.former}）`,
  former: (p: { names: string[]; codes: string[] }): string =>
    [
      ...(p.names.length === 0 ? [] : [`曾用名：${p.names.join('、')}`]),
      ...(p.codes.length === 0 ? [] : [`旧代码：${p.codes.join('、')}`]),
    ].join('；'),
};
