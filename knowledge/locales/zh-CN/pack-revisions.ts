import type { SubjectId } from '../../answering/subjects.ts';
import type { RevisionRefusal } from '../../packs/revision-refusals.ts';

const kinds = { edit: '修改', import: '导入', rollback: '退回旧版', merge: '合并' };

const refusals: { [Code in RevisionRefusal]: string } = {
  moved: '刚才有人先保存或发布了，这次什么都没有改。请看一下现在是什么样，再做一次。',
  unchanged: '内容和现在的一样，没有新建修订版。',
  noReason: '请写明原因：改了什么、为什么改。',
  notFound: '没有这个修订版，或者它所依据的文件已经不在了。',
  notDraft: '这个修订版不能发布：它不是草稿，或者已经在用。要用旧的，请先退回旧版，再发布。',
  gate: '评测没有通过：发布以后，原来答对的问题会变错。请先改好；一定要发布的，由管理员写明理由强制发布。',
  issues: '检查发现问题，不能发布；请先改好。',
  invalid: '格式不对，没有保存；请按提示改好。',
};

const subjects: Record<SubjectId, string> = {
  'buyer-limit': '买方限额',
  claims: '索赔理赔',
  'other-premium': '别的保险的保费',
  premium: '保费',
  obligation: '是不是必须参加',
  'own-record': '自己企业的情况',
  'invitation-source': '邀请码从哪来',
  'card-admin': '卡和密码',
  'customs-tax': '报关退税',
  'other-region': '别的地方',
  'other-year': '别的年度',
  'other-insurer': '别的保险公司',
  financing: '融资',
  promise: '要求保证',
  'domestic-trade': '国内贸易',
  'other-insurance': '别的保险',
  injection: '指挥程序的话',
  deadline: '截止日期',
  'policy-period': '保险期间',
  'review-time': '审核时间',
  amend: '变更',
  withdraw: '退出',
  declaration: '申报',
  'policy-papers': '保单文件',
  'office-visit': '上门办理',
  'other-risks': '别的风险',
  legal: '法律问题',
  'general-trade': '一般外贸问题',
  'company-affairs': '企业事务',
  complaint: '投诉',
  'private-data': '个人信息',
  chat: '闲聊',
  unstated: '通知没写的细节',
  unknown: '没有认出来',
};

/** Groups that are not filled in one by one. */
const fields: Record<string, string> = {
  policyYear: '政策年度',
  provinceAliases: '省份的叫法',
  amendments: '年中变更',
  renewal: '续转',
};

export const packRevisions = {
  ...{ kinds, subjects, fields },
  questions: {
    asked: (p: { id: number }) => `来自待答问题 ${p.id}：加一种问法`,
    noText: '请写上答复。',
    tooLong: '答复太长，最多 1000 个字。',
    namesSomebody: '答复里有企业、联系人、信用代码或长号码，没有发出；它会发给所有问过的人。',
    notOpen: '这个问题已经答复或关闭了。',
  },
  refusals,
  unusable: (p: { id: string; number: number }) =>
    `办公室发布的政策包 ${p.id}@${p.number} 不适合这个版本的程序。请用 tongbao pack check ${p.id}@${p.number} 查看；要先用程序自带的，运行 tongbao pack publish ${p.id}@0 --reason "…" --yes。`,
  shippedChanged: (p: { id: string; number: number }) =>
    `程序自带的 ${p.id} 变了，办公室发布的 ${p.id}@${p.number} 照旧在用，两边都没有丢。看不同：tongbao pack diff ${p.id}@${p.number} ${p.id}@0。然后选一样：tongbao pack merge（合并）、pack keep（照旧用办公室的）、pack publish ${p.id}@0（改用程序自带的）。`,
  help: {
    revisions: '政策包的修订版：谁、什么时候、为什么，哪一版在用',
    publish: '发布草稿，马上用它答复；编号写成 <政策包>@<修订版>，0 是程序自带的',
    rollback: '退回旧的修订版：新建一版，内容和旧的一样，再发布',
    export: '导出为 pack.json 和 faq.json',
    import: '从文件夹里的 pack.json 和 faq.json 导入为草稿',
    merge: '程序自带的变了：把它的改动合并进办公室的，成为草稿',
    keep: '程序自带的变了：看过了，照旧用办公室的',
    ref: '政策包和修订版，例如 jiangsu-2022@3；不写 @ 是在用的',
    id: '政策包编号，默认是 TONGBAO_PACK',
    folder: '文件夹',
    reason: '为什么',
    yes: '确定；不写只预览',
    force: '评测没有通过也发布',
  },
  cli: {
    columns: ['修订版', '状态', '怎么来的', '依据', '谁', '时间（北京）', '原因'],
    states: { served: '在用', draft: '草稿', was: '用过', unused: '没有用过' },
    shipped: '程序自带',
    badRef: (p: { given: string }) => `“${p.given}”不对：请写 <政策包>@<修订版>，例如 jiangsu-2022@3。`,
    unknown: (p: { id: string; number: number }) => `没有 ${p.id}@${p.number}。`,
    saved: (p: { id: string; number: number; issues: number }) =>
      `已保存为草稿 ${p.id}@${p.number}${p.issues === 0 ? '' : `，还有 ${p.issues} 个问题要改`}。发布：tongbao pack publish ${p.id}@${p.number} --reason "…"。`,
    conflicts: (p: { paths: string[] }) => `这些两边都改了，用的是办公室的，请核对：${p.paths.join('、')}`,
    nothingToMerge: (p: { id: string }) => `程序自带的 ${p.id} 没有变，不用合并。`,
    evaluating: '正在评测：用自带的问题集和各种问法，比较发布前后的回答……',
    verdicts: { worse: '变错', lost: '答不上了', better: '变对', other: '不同' },
    evaluated: (p: { questions: number; before: number; after: number; changed: number }) =>
      `评测了 ${p.questions} 个问题：答对的从 ${p.before} 个变为 ${p.after} 个，${p.changed} 个问题换了主题或去向。`,
    changed: (p: { verdict: string; question: string; before: string; after: string }) =>
      `- ${p.verdict}：${p.question}（${p.before} → ${p.after}）`,
    reworded: (p: { of: string; count: number }) => `- ${p.of}：${p.count} 个问题的答复文字变了`,
    gateFell: (p: { worse: number; lost: number; mostLost: number }) =>
      `没有通过：${p.worse} 个问题变错（不允许），${p.lost} 个答不上了（最多 ${p.mostLost} 个）。`,
    preview: '以上是预览，什么都没有改；加 --yes 执行。',
    published: (p: { id: string; number: number }) =>
      `已发布 ${p.id}@${p.number}，运行中的统保几秒钟内就用它答复，不用重启。`,
    kept: (p: { id: string; number: number }) => `照旧用 ${p.id}@${p.number}。`,
    exported: (p: { folder: string }) => `已导出到 ${p.folder}`,
    folderNotEmpty: (p: { folder: string }) => `${p.folder} 里已经有文件，没有覆盖。请换一个文件夹。`,
    unreadable: (p: { file: string }) => `读不到 ${p.file}，或者它不是有效的 JSON。`,
    replacesUnusable: (p: { id: string; from: number; to: number }) =>
      `${p.id}：现在用的 @${p.from} 不适合这个版本的程序，没法对照；将改用 @${p.to}。`,
    willPublish: (p: { id: string; from: number; to: number; count: number }) =>
      `${p.id}：现在用的是 @${p.from}，将改用 @${p.to}，有 ${p.count} 处不同：`,
  },
};
