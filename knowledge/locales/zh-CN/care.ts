import type { OfficialStatus } from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';

const { statusLabels } = enrollment;

const why = {
  noContact: '没有关联联系人',
  blocked: '联系人都联系不上（屏蔽了，或从没私聊过）',
  stopped: '联系人都不要提醒',
} as const satisfies Record<string, string>;

/** Looking after firms: what staff correct, who of them has which firms, and who can be reached. */
export const care = {
  correct: {
    usage:
      '请写上信用代码、正确的状态和原因，例如：/correct 91320800MA1XXXXXXX 待企业确认 录错了企业。企业会看到这个原因。',
    unknownStatus: (p: { given: string }): string =>
      `没有「${p.given}」这个状态，可以写：${Object.values(statusLabels).join('、')}。`,
    really: (p: {
      firm: string;
      uscc: string;
      from: OfficialStatus;
      to: OfficialStatus;
      reason: string;
    }): string[] => [
      `要更正${p.firm}（${p.uscc}）的官方状态吗？`,
      `状态：「${statusLabels[p.from]}」→「${statusLabels[p.to]}」\n原因：${p.reason}`,
      '确认以后，企业会收到更正通知，也会看到原因；之前的记录都留着。',
    ],
    confirm: '确认更正',
    cancel: '取消',
    cancelled: '好的，没有更正，什么都没有改。',
    expired: '这个确认已经失效，什么都没有改。要更正的话，请重新发 /correct。',
    done: (p: { firm: string; status: OfficialStatus; contacts: number }): string =>
      `${p.firm}的官方状态已更正为「${statusLabels[p.status]}」，${p.contacts === 0 ? '没有关联的联系人，请电话告知。' : '会通知已关联的联系人。'}`,
  },

  contact: {
    line: (p: { number: number; primary: boolean; channels: string[]; wish: string | null }): string =>
      `• 联系人 ${p.number}${p.primary ? '（先提醒）' : ''}：${p.channels.join('、')}${p.wish === null ? '' : `；${p.wish}`}`,
    blocked: (p: { channel: string }): string => `${p.channel}（已屏蔽）`,
    neverPrivate: (p: { channel: string }): string => `${p.channel}（还没私聊过）`,
    stopped: '不要提醒',
    snoozed: (p: { until: string }): string => `${p.until}之前不要提醒`,
  },
  firm: {
    declined: (p: { at: string }): string => `企业自己说：这一年度不参加（${p.at}），请核实。`,
    snoozed: (p: { until: string }): string => `企业请求暂不提醒，到${p.until}。`,
    unanswered: (p: { count: number }): string => `提醒了 ${p.count} 次，还没有回音。`,
  },
  why: why as Record<keyof typeof why, string>,

  mine: {
    title: (p: { cities: string[] | null; count: number }): string =>
      `您负责的企业（${p.cities === null ? '没有指定城市' : p.cities.join('、')}）里，待企业办理的有 ${p.count} 家。`,
    none: '您负责的企业里，没有待企业办理的。',
    toVerify: (p: { count: number }): string => `自己报告已做完、等您核实的 ${p.count} 家：`,
    declined: (p: { count: number }): string => `自己说不参加、等您核实的 ${p.count} 家：`,
    unanswered: (p: { count: number }): string => `提醒了没有回音的 ${p.count} 家：`,
    row: (p: { name: string; uscc: string; unanswered: number }): string =>
      `• ${p.name}${p.unanswered === 0 ? '' : `（${p.unanswered} 次）`}：/firm ${p.uscc}`,
    more: (p: { count: number }): string => `还有 ${p.count} 家没有列出。`,
    unreachable: (p: { count: number }): string => `另外有 ${p.count} 家收不到提醒，请打电话。`,
  },
};
