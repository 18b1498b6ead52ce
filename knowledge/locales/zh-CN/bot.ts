import type { OfficialStatus, Refusal, ReportedStep } from '../../enrollment/state.ts';
import { enrollment } from './enrollment.ts';

const { stepLabels, statusLabels } = enrollment;

const commandDescriptions = {
  status: '看我们公司的投保进度',
  steps: '报告做到哪一步，或求助',
  eligible: '查一查有没有参保资格',
  ask: '问政策问题',
  link: '用关联码关联企业',
  me: '我的提醒、语言和聊天渠道',
  stop: '不要提醒我',
  resume: '恢复提醒',
  language: '换一种语言',
  decline: '告诉办公室我们不参加',
  person: '转人工，和工作人员说话',
  close: '结束我的工单',
  reopen: '重新打开我的工单',
  settings: '设置我在本群怎么做（群管理员）',
  contacts: '谁能看到我们公司，邀请同事',
  leave: '不再代表一家企业',
  mydata: '我的信息：看看留了哪些',
  erase: '删除我的全部信息',
  mail: '用邮件收提醒：登记或删除我的邮箱',
  help: '看我能做什么',
  start: '重新开始',
} as const satisfies Record<string, string>;

export const bot = {
  commandDescriptions: commandDescriptions as Record<keyof typeof commandDescriptions, string>,

  apology: '抱歉，刚才处理您的消息时出了问题，情况已经记录下来。请过几分钟再试一次。',
  textOnly: '我目前只看得懂文字消息，请把问题用一句话打出来发给我。',

  greeting: (p: { title: string }): string[] => [
    `您好，我是「${p.title}」的小助手。`,
    '政策和操作上的问题，直接用一句话问我就行；也可以点下面的按钮。',
  ],
  greetingLinked: (p: { firms: string[] }): string =>
    `您已关联：${p.firms.join('、')}。发「进度」就能看到办到哪一步了。`,
  greetingUnlinked: '想看自己公司的进度、收到提醒，请把工作人员给您的关联码发给我。',
  help: [
    '我能帮您做这些事：',
    '• 回答政策和操作问题，例如「赔付比例是多少」「制章怎么弄」。\n• 「资格」：看看贵公司符不符合参保条件。\n• 「进度」：看贵公司办到哪一步了（需要先关联企业）。\n• 「步骤」：告诉我做到哪一步，或者求助当前这一步。',
    '我答不上来的，会告诉您该找谁。要和工作人员说话，发「转人工」。',
  ],
  helpGroup: [
    '在群里请 @我 提问，或回复我的消息，或用 /ask 加上问题，我来答政策和操作问题。',
    '公司的进度、资格、提醒，只在私聊里说。',
  ],
  unknownCommand: '我不认识这个命令。发 /help 看看我能做什么，或者直接用一句话问我。',
  emptyAsk: '请把问题写在 /ask 后面，例如：/ask 赔付比例是多少。',
  staleButton: '这个按钮已经失效了，请发 /help 重新开始。',
  staleButtonToast: '这个按钮已经失效了，请发 /help 重新开始',

  button: {
    anotherFirm: '换一家企业',
    status: '看进度',
    report: '报告进度',
    stepHelp: '这一步怎么做',
    stepDone: '这一步做完了',
    reportThis: (p: { step: ReportedStep }): string => `是的，报告「${stepLabels[p.step]}」`,
    correct: '报错了，改回去',
    nothingDone: '还没开始',
    snoozeShort: '明天再提醒',
    snoozeLong: '5个工作日后再提醒',
    eligibility: '查参保资格',
    eligibilityGoOn: '接着查',
    myStatus: '我们公司的进度',
    privateChat: '私聊里说',
    yes: '是',
    no: '不是',
    unknown: '不清楚',
    nextReminder: '演示：快进到下次提醒',
  },

  group: {
    firmInPrivate: '公司的情况不在群里说。请点下面的按钮，到私聊里问我。',
    firmInPrivateNoLink: '公司的情况不在群里说，请私聊我。',
    firmInPrivateToast: '公司的情况请到私聊里看',
    codeInGroup:
      '关联码请在私聊里发给我，群里发的我不会使用。这个码大家都看到了，请把消息撤回，并向工作人员要一个新的。',
    ownEligibility: '贵公司具体符不符合，我们到私聊里核对。',
    staffInPrivate: '这个命令只能在私聊里用。',
    more: '私聊里看详细',
    moreInPrivate: '群里只说要点，想看详细的请私聊问我。',
  },

  link: {
    how: [
      '我还不知道您代表哪家企业，所以看不到进度。',
      '请向工作人员要一个一次性的关联码，把它发给我（或者点他们给您的链接），就能看进度、收提醒了。',
    ],
    askCode: '请把工作人员给您的关联码发给我，或者写成：/link 关联码。',
    linked: (p: { firm: string }): string => `好的，您已关联「${p.firm}」，以后可以在这里看进度、收提醒。`,
    alreadyLinked: (p: { firm: string }): string => `您之前就关联了「${p.firm}」，不用再操作。`,
    linkedStaff: '您已登记为工作人员，下面是您可以用的命令。',
    failed: (p: {
      reason: 'unknown' | 'expired' | 'used' | 'tooManyAttempts' | 'ownCode' | 'ownInvitation' | 'staffChat';
    }): string => {
      switch (p.reason) {
        case 'unknown':
          return '没有找到这个关联码，请核对一下有没有抄错；还是不行，就向工作人员再要一个。';
        case 'expired':
          return '这个关联码已经过期，请向工作人员要一个新的。';
        case 'used':
          return '这个关联码已经被用过了。如果不是您本人用的，请马上告诉工作人员，并要一个新的。';
        case 'tooManyAttempts':
          return '您试错的次数太多了，请一小时后再试，或者联系工作人员。';
        case 'ownCode':
          return '这个码就是在这个聊天里生成的。请到您的另一个聊天里，把它发给我。';
        case 'ownInvitation':
          return '这是您给同事的邀请码，请单独发给同事；您自己不用再关联。';
        case 'staffChat':
          return '工作人员的聊天不能和别的聊天连在一起，什么都没有改。';
      }
    },
  },

  status: {
    onlyFirm: (p: { firm: string }): string => `您只关联了${p.firm}。`,
    choose: '您关联了几家企业，想看哪一家？',
    chooseForStep: '您关联了几家企业，要说的是哪一家？',
    notYours: '您没有关联这家企业，所以我不能说它的情况。如果这就是贵公司，请向工作人员要一个关联码。',
    onlyOwn: '我只能说您自己关联的企业的情况。',
    trialMark: '【演示数据】',
    official: (p: { firm: string; status: OfficialStatus; since: string }): string =>
      `${p.firm}：${statusLabels[p.status]}（${p.since}起）。`,
    reason: (p: { reason: string }): string => `原因：${p.reason}`,
    notEnrolled: (p: { firm: string }): string =>
      `${p.firm}目前没有待办的投保，可能是不在核准名单内。如有疑问，请问当地商务局。`,
    reported: (p: { step: ReportedStep; at: string | null }): string =>
      `贵公司自己报告：已做到「${stepLabels[p.step]}」${p.at === null ? '' : `（${p.at}）`}。这是企业自己说的，不代表审核结果。`,
    reportedSubmitted: (p: { at: string | null }): string =>
      `贵公司自己报告：已做完全部步骤${p.at === null ? '' : `（${p.at}）`}。工作人员核实之前，这还不是正式结果；提醒已经暂停。`,
    reportedNothing: '贵公司还没有报告过做到哪一步。',
    snoozed: (p: { until: string }): string => `按您的要求，${p.until}之前不提醒。`,
    nextReminder: (p: { at: string }): string => `下次提醒：${p.at}。`,
    noReminder: '目前没有安排提醒。',
    several: '您关联的企业现在这样：',
    next: {
      step: (p: { step: string }): string => `接下来要做：「${p.step}」。`,
      waitForStaff: '接下来等工作人员核实就行，暂时不用再操作。',
      waitForReview: '接下来等审批结果，有变化我会告诉您。',
      askWhy: (p: { people: string[] }): string =>
        `接下来：对照参保资格看一看，有疑问请咨询${p.people.join('或')}。`,
      renew: '下一年度的投保已经开放，接下来请办理续转。',
      askStaff: '要是情况有变、还想参加，请告诉工作人员。',
      readPolicy: (p: { label: string }): string => `接下来可以查看保单，办法见「${p.label}」。`,
    },
    timelineTitle: '最近的记录：',
    timelineEntry: {
      invited: '已通知投保',
      stepReported: (p: { step: ReportedStep }): string => `企业报告「${stepLabels[p.step]}」`,
      stepCorrected: (p: { step: ReportedStep | null }): string =>
        p.step === null ? '企业更正：还没有开始' : `企业更正：实际做完「${stepLabels[p.step]}」`,
      officialChanged: (p: { status: OfficialStatus }): string => `状态变为「${statusLabels[p.status]}」`,
      officialCorrected: (p: { status: OfficialStatus }): string => `状态更正为「${statusLabels[p.status]}」`,
      declinedByFirm: '企业说不参加',
      declineTakenBack: '企业说还是要参加',
      renewalRefused: '核对过续转，暂不符合',
      contactLinked: '多了一位联系人',
      moved: '换了信用代码',
      movedFrom: '从原来的信用代码转来',
      snoozed: (p: { until: string }): string => `请求暂不提醒，到${p.until}`,
      reminded: '提醒过一次',
      noticed: '发过状态通知',
    },
  },

  steps: {
    choose: (p: { firm: string }): string =>
      `${p.firm}已经做完哪一步了？请选最靠后的那一步，前面的就算都做完了。`,
    allDone: (p: { firm: string }): string => `${p.firm}已经报告做完全部步骤，等工作人员核实就行。`,
    recorded: (p: { firm: string; step: ReportedStep }): string =>
      `记下了：${p.firm}自己报告已做完「${stepLabels[p.step]}」。`,
    recordedSubmitted: (p: { firm: string }): string =>
      `记下了：${p.firm}自己报告已做完全部步骤。提醒先停下来，等工作人员核实；正式结果以审核为准。`,
    notFinal: '这是企业自己说的进度，不代表审核结果。做完全部步骤才算完成。',
    recordedToast: '记下了',
    askReport: (p: { firm: string; step: ReportedStep }): string =>
      `您是说${p.firm}办到「${stepLabels[p.step]}」了吗？点一下我才记；是别的步骤，请点「报告进度」来选。`,
    chooseCorrection: (p: { firm: string; furthest: ReportedStep }): string =>
      `没关系，可以改。${p.firm}现在记的是已做完「${stepLabels[p.furthest]}」，实际做完到哪一步了？`,
    nothingToCorrect: (p: { firm: string }): string => `${p.firm}还没有报告过做到哪一步，没有要改的。`,
    corrected: (p: { firm: string; step: ReportedStep | null }): string =>
      p.step === null
        ? `改好了：${p.firm}还没有做完任何一步。`
        : `改好了：${p.firm}自己报告已做完「${stepLabels[p.step]}」。`,
    remindersGoOn: (p: { at: string }): string => `提醒会照常发，下次是${p.at}。`,
    helpPeople: (p: { people: string[] }): string => `还是弄不好，可以找人问：${p.people.join('；')}。`,
    person: (p: { role: string; name: string; phone: string; city: string }): string =>
      `${p.city}${p.role}${p.name}，电话${p.phone}`,
    unlinked: '整个流程是这样的：',
  },

  snooze: {
    done: (p: { firm: string; until: string }): string => `好的，${p.until}之前不再提醒${p.firm}。`,
    toast: '好的，先不提醒',
    laterAnyway: (p: { firm: string; next: string }): string =>
      `好的。${p.firm}的下次自动提醒本来就安排在${p.next}，不用再推迟。`,
    nonePlanned: (p: { firm: string }): string => `${p.firm}目前没有安排提醒，不用再推迟。`,
    asBefore: (p: { firm: string; until: string }): string =>
      `之前已经说好了：${p.until}之前不提醒${p.firm}。`,
  },

  eligibility: {
    askValue: (p: { year: number }): string =>
      `贵公司${p.year}年全年的出口额大约是多少美元？例如「45万美元」。发「取消」可以随时停下。`,
    askValueAgain: (p: { year: number }): string =>
      `没看懂这个数字。请写成「45万美元」这样，说的是${p.year}年的出口额；发「取消」就停下。`,
    askProvince: (p: { province: string }): string => `贵公司是${p.province}的企业吗？`,
    askListed: '贵公司在商务部门的核准名单里吗？不知道就选「不清楚」。',
    yesOrNo: '请点上面的按钮，或者回答「是」「不是」「不清楚」。',
    cancelled: '好的，资格核对先到这里。',
    goOn: '想把省份和名单也核对一下，可以点「接着查」。',
    backToDialogue: '回到刚才的资格核对：',
  },

  trialClock: {
    done: '演示时钟已经走到下一次提醒的时间，提醒马上就到。',
    toast: '时钟已快进',
  },

  engineUnavailable: '系统暂时连不上，刚才的操作没有记下来。请过几分钟再试；进度仍然可以查看。',
  engineSilent: '系统正忙，还没有回音。您刚才说的我记下了，会接着登记，有结果马上告诉您，不用重复提交。',
  /** What the same person wished before has no answer yet. */
  afterEarlier: '您前面要办的事还没有结果。这一件我记下了，排在它后面，一有结果就接着办，不用重复提交。',
  noAnswerOutside:
    '系统正忙，还没有回音，这一步可能记下了，也可能没有。请过一会儿看看进度；没有变化，就再报告一次。',
  ended: (p: { firm: string; status: OfficialStatus }): string =>
    `${p.firm}现在的状态是「${statusLabels[p.status]}」，投保跟踪已经结束，不再改动。`,
  lost: (p: { firm: string; status: OfficialStatus }): string =>
    `${p.firm}登记的状态是「${statusLabels[p.status]}」，但现在找不到它的投保跟踪，没有改动。请工作人员运行 tongbao doctor 检查。`,
  notTracked: '这家企业的投保还没有开始跟踪，请稍后再试，或者联系工作人员。',

  refusal: (r: Refusal): string => {
    switch (r.code) {
      case 'transitionNotAllowed':
        return `现在的状态是「${statusLabels[r.from]}」，不能直接改成「${statusLabels[r.to]}」。`;
      case 'sameStatus':
        return `现在的状态已经是「${statusLabels[r.status]}」，不用再改。`;
      case 'stepAlreadyReported':
        return r.step === r.furthest
          ? `「${stepLabels[r.step]}」之前已经报告过了。`
          : `之前已经报告做到「${stepLabels[r.furthest]}」，「${stepLabels[r.step]}」在它前面，算已经做完。`;
      case 'nothingToCorrect':
        return r.furthest === null
          ? '还没有报告过做到哪一步，没有要改的。'
          : `现在记的是已做完「${stepLabels[r.furthest]}」，只能改成它前面的步骤。`;
      case 'notOpenForReports':
        return `现在的状态是「${statusLabels[r.officialStatus]}」，不用再报告步骤，也不会再发催办提醒。`;
      case 'reasonRequired':
        return `改成「${statusLabels[r.status]}」必须写明原因，企业会看到。`;
      case 'alreadyDeclined':
        return '之前已经记下：贵公司不参加，所以不再提醒。';
      case 'notDeclined':
        return '没有记过贵公司不参加，不用改。';
      case 'moved':
        return '这家企业已经换了信用代码，请用新的代码查看。';
      case 'changedMeanwhile':
        return '这家企业的情况刚刚有了变化，这一次没有改。请先看看现在是什么样。';
      case 'notTrial':
        return '只有演示数据才能快进时间。';
      case 'nothingScheduled':
        return '目前没有安排提醒，所以没有什么要改的。';
    }
  },
};
