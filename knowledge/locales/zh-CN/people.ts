import type { LinkedBy } from '../../enrollment/state.ts';

interface ShownPerson {
  you: boolean;
  channels: string[];
  /** A date. */
  since: string;
  by: LinkedBy;
  primary: boolean;
}

/** Who can see a firm, and what is kept of a person. */
export const people = {
  button: {
    contacts: '谁能看到我们',
    colleague: '邀请一位同事',
    leave: '我不再代表这家企业',
    reallyLeave: '确认，取消关联',
    remove: (p: { place: number }): string => `移除第 ${p.place} 位`,
    reallyErase: '确认，全部删除',
  },

  contacts: {
    which: '您想看哪一家？',
    title: (p: { firm: string }): string => `能看到${p.firm}进度的联系人：`,
    line: (p: ShownPerson & { place: number }): string =>
      `${p.place}. ${p.you ? '您' : '另一位联系人'}（${p.channels.join('、')}），${p.since}起，${
        p.by === 'office' ? '用的是办公室给的关联码' : '由同事邀请'
      }${p.primary ? '；提醒先发给这一位' : ''}`,
    staffToo: '办公室的工作人员也能看到。群聊里的人看不到，我也不会在群里说。',
    howToRemove:
      '有不认识的人、或者同事已经离职：用办公室关联码进来的联系人，可以移除由同事邀请的人；别的情况请找工作人员。',
  },

  colleague: {
    which: '您想为哪一家邀请同事？',
    code: (p: { firm: string; code: string; hours: number }): string[] => [
      `${p.firm}的邀请码：${p.code}`,
      `请在 ${p.hours} 小时内单独发给您的同事，让同事私聊发给我，只能用一次；再邀请一位，就再点一次。`,
      '用了它的人能看到贵公司的进度，也会收到通知，所以不要发到群里。',
    ],
    link: (p: { url: string }): string => `同事点开这个链接也行：${p.url}`,
  },

  leave: {
    which: '您不再代表哪一家？',
    really: (p: { firm: string; last: boolean }): string[] => [
      `取消以后，您就看不到${p.firm}的进度，也收不到它的提醒和通知了。`,
      ...(p.last ? ['您是这家企业唯一的联系人：取消以后就没有人收到通知了。最好先邀请一位同事。'] : []),
    ],
    done: (p: { firm: string }): string =>
      `好的，您不再代表${p.firm}。以后要恢复，请向工作人员要一个新的关联码。`,
    left: '好的，您不再代表这家企业。以后要恢复，请向工作人员要一个新的关联码。',
    toast: '已取消关联',
    notLinked: '您没有关联企业，没有要取消的。',
  },

  remove: {
    done: (p: { firm: string }): string => `好的，那一位已经看不到${p.firm}的进度，也收不到通知了。`,
    told: (p: { firm: string }): string =>
      `您不再是${p.firm}的联系人：这家企业的另一位联系人移除了您。以后您看不到它的进度，也收不到提醒和通知；有疑问，请问贵公司的同事，或者找工作人员（发「转人工」）。`,
    gone: '那一位已经不是联系人了。',
    notYours: '这一位您不能移除。用办公室关联码进来的联系人，只能移除由同事邀请的人；别的情况请找工作人员。',
    toast: '已移除',
  },

  data: {
    title: '我这里记着您的这些信息：',
    channels: (p: { channels: string[] }): string => `• 聊天账号：${p.channels.join('；')}`,
    channel: (p: { channel: string; account: string; since: string }): string =>
      `${p.channel} ${p.account}（${p.since}起）`,
    firms: (p: { firms: string[] }): string =>
      p.firms.length === 0 ? '• 关联的企业：没有' : `• 关联的企业：${p.firms.join('；')}`,
    firm: (p: { firm: string; since: string }): string => `${p.firm}（${p.since}起）`,
    questions: (p: { questions: string[] }): string => `• 等办公室答复的问题：${p.questions.join('；')}`,
    tickets: (p: { count: number }): string => `• 转人工的工单：${p.count} 个，连同里面的对话`,
    chat: (p: { count: number; since: string }): string =>
      `• 网页对话的记录：${p.count} 条（${p.since}起），就是您在页面上看到的那些`,
    sent: (p: { count: number }): string => `• 发给您的提醒和通知：${p.count} 条，只记类型、时间和有没有发到`,
    audit: (p: { count: number }): string => `• 您的操作：${p.count} 条，只记做了什么和时间`,
    notKept: '除了上面这些，您在聊天里写的话，处理完就不再保存。姓名、手机号我没有向您要过。',
    whole: '要完整的一份文件，请找工作人员；要删除，发“删除我的信息”。',
  },

  erase: {
    really: (p: { firms: string[] }): string[] => [
      '真的要删除您的全部信息吗？删除以后恢复不了。',
      ...(p.firms.length === 0
        ? []
        : [`您会同时取消与这些企业的关联：${p.firms.join('、')}。企业自己的进度不受影响。`]),
    ],
    done: '好的，您的信息都删除了。以后您再发消息给我，我就把您当作新来的人。',
    toast: '已删除',
    staff: '您登记为工作人员：请先让管理员移除这个登记，再来删除。',
  },

  cli: {
    describe: {
      person: '查看、导出、删除一个人的信息',
      list: '列出一家企业的联系人',
      unlink: '让一个人不再是一家企业的联系人',
      export: '把一个人的全部信息导出为 JSON',
      erase: '删除一个人的全部信息，恢复不了',
      uscc: '企业的统一社会信用代码',
      personId: '编号，见 person list',
      out: '存到这个文件；不写就输出到屏幕',
      yes: '确认删除',
    },
    columns: ['编号', '渠道', '关联日期', '怎么关联的', '第一联系人'],
    by: { office: '办公室的关联码', colleague: '同事邀请' } as Record<LinkedBy, string>,
    nobody: '还没有人关联这家企业。',
    unknown: (p: { id: string }): string => `没有编号为 ${p.id} 的人，请用 tongbao person list 核对。`,
    unlinked: '好了：这个人已经不是这家企业的联系人。',
    notLinked: (p: { id: string; uscc: string }): string =>
      `编号 ${p.id} 不是 ${p.uscc} 的联系人，请用 tongbao person list 核对。`,
    saved: (p: { file: string }): string => `已存到 ${p.file}，里面是个人信息，请妥善保管。`,
    outExists: (p: { file: string }): string => `${p.file} 已经存在，没有覆盖；请换一个文件名。`,
    outUnwritable: (p: { file: string }): string => `写不了 ${p.file}，请检查路径和权限。`,
    preview: (p: { firms: number; channels: number }): string =>
      `会删除这个人的 ${p.channels} 个聊天账号，以及与 ${p.firms} 家企业的关联。什么都还没有做；确认请加 --yes。`,
    erased: '已删除。',
    isStaff: '这个人登记为工作人员，请先用 tongbao staff remove 移除，再来删除。什么都没有做。',
  },
};
