import type { SubjectId } from '../../answering/subjects.ts';
import type { packRevisions as chinese } from '../zh-CN/pack-revisions.ts';

const subjects: Record<SubjectId, string> = {
  'buyer-limit': 'limits of buyers',
  claims: 'claims',
  'other-premium': 'premium of another insurance',
  premium: 'premium',
  obligation: 'whether one must join',
  'own-record': "the firm's own record",
  'invitation-source': 'where the invitation code comes from',
  'card-admin': 'card and password',
  'customs-tax': 'customs and tax refunds',
  'other-region': 'another place',
  'other-year': 'another year',
  'other-insurer': 'another insurer',
  financing: 'financing',
  promise: 'a promise',
  'domestic-trade': 'domestic trade',
  'other-insurance': 'another insurance',
  injection: 'orders to the program',
  deadline: 'deadline',
  'policy-period': 'policy period',
  'review-time': 'time of review',
  amend: 'amendments',
  withdraw: 'withdrawal',
  declaration: 'declarations',
  'policy-papers': 'policy documents',
  'office-visit': 'visits to the office',
  'other-risks': 'other risks',
  legal: 'legal questions',
  'general-trade': 'trade in general',
  'company-affairs': 'company affairs',
  complaint: 'complaint',
  'private-data': 'personal data',
  chat: 'chat',
  unstated: 'a detail that the notice leaves open',
  unknown: 'not recognised',
};

const fields: Record<string, string> = {
  policyYear: 'policy year',
  provinceAliases: 'names of the province',
  amendments: 'changes during the year',
  renewal: 'renewal',
};

export const packRevisions: typeof chinese = {
  ...{ subjects, fields },
  questions: {
    asked: (p) => `From question ${p.id}: one more way of asking`,
    noText: 'Write the answer.',
    tooLong: 'The answer is too long: at most 1000 characters.',
    namesSomebody:
      'The answer names a firm, a contact, a credit code or a long number and was not sent: it would go to everybody who asked.',
    notOpen: 'This question was answered or closed already.',
  },
  kinds: { edit: 'edited', import: 'imported', rollback: 'rolled back', merge: 'merged' },
  refusals: {
    moved:
      'Somebody else has saved or published meanwhile; nothing was changed. Look at what there is now, and do it again.',
    unchanged: 'It says what is there already; no revision was made.',
    noReason: 'Say what was changed and why.',
    notFound: 'There is no such revision, or the files that it was made from are gone.',
    notDraft:
      'This revision cannot be published: it is no draft, or it is served already. For an older one, roll back to it first.',
    gate: 'The evaluation speaks against it: questions that are answered right now would be answered wrongly. Mend it; if it must be, an administrator may force it with a reason.',
    issues: 'It cannot be published with these issues; mend them first.',
    invalid: 'It has not the form of a pack and was not saved; mend what is marked.',
  },
  unusable: (p) =>
    `The pack ${p.id}@${p.number} that the office published does not fit this version of the program. See tongbao pack check ${p.id}@${p.number}; to use the program's own meanwhile, run tongbao pack publish ${p.id}@0 --reason "…" --yes.`,
  shippedChanged: (p) =>
    `The program's own ${p.id} has changed; the office's ${p.id}@${p.number} is still served, and neither is lost. Compare them: tongbao pack diff ${p.id}@${p.number} ${p.id}@0. Then choose: tongbao pack merge, pack keep (the office's as it is), or pack publish ${p.id}@0 (the program's).`,
  help: {
    revisions: 'revisions of a pack: who, when, why, and which is served',
    publish:
      'publish a draft; it is answered from at once. <pack>@<revision>, where 0 is what the program ships',
    rollback: 'go back to an older revision: a new one that says the same, published',
    export: 'export as pack.json and faq.json',
    import: 'import pack.json and faq.json of a folder as a draft',
    merge: "the program's own has changed: merge that into the office's, as a draft",
    keep: "the program's own has changed: seen, the office's stays",
    ref: 'pack and revision, such as jiangsu-2022@3; without @ the one that is served',
    id: 'ID of the pack; TONGBAO_PACK by default',
    folder: 'folder',
    reason: 'why',
    yes: 'do it; without, a preview',
    force: 'publish although the evaluation speaks against it',
  },
  cli: {
    columns: ['revision', 'state', 'how', 'from', 'who', 'when (Beijing)', 'why'],
    states: { served: 'served', draft: 'draft', was: 'was served', unused: 'never served' },
    shipped: 'the program’s',
    badRef: (p) => `“${p.given}” will not do: write <pack>@<revision>, such as jiangsu-2022@3.`,
    unknown: (p) => `There is no ${p.id}@${p.number}.`,
    saved: (p) =>
      `Saved as the draft ${p.id}@${p.number}${p.issues === 0 ? '' : `, with ${p.issues} issues to mend`}. Publish it: tongbao pack publish ${p.id}@${p.number} --reason "…".`,
    conflicts: (p) =>
      `Both sides changed these; the office’s words stand, please compare: ${p.paths.join(', ')}`,
    nothingToMerge: (p) => `The program's own ${p.id} has not changed; there is nothing to merge.`,
    evaluating: 'Evaluating: the shipped questions and all ways of asking, answered before and after …',
    verdicts: { worse: 'wrong now', lost: 'unanswered now', better: 'right now', other: 'otherwise' },
    evaluated: (p) =>
      `Evaluated ${p.questions} questions: ${p.before} were answered right and ${p.after} would be; ${p.changed} change their topic or where they go.`,
    changed: (p) => `- ${p.verdict}: ${p.question} (${p.before} → ${p.after})`,
    reworded: (p) => `- ${p.of}: other words for ${p.count} questions`,
    gateFell: (p) =>
      `It speaks against it: ${p.worse} questions would be answered wrongly (none may), ${p.lost} would no longer be answered (at most ${p.mostLost}).`,
    preview: 'This is a preview, nothing was changed; add --yes to do it.',
    published: (p) =>
      `Published ${p.id}@${p.number}; a running tongbao answers from it within seconds, without a restart.`,
    kept: (p) => `${p.id}@${p.number} stays.`,
    exported: (p) => `Exported to ${p.folder}`,
    folderNotEmpty: (p) => `${p.folder} holds files already; nothing was overwritten. Choose another folder.`,
    unreadable: (p) => `${p.file} cannot be read, or is not JSON.`,
    replacesUnusable: (p) =>
      `${p.id}: @${p.from}, which is published, does not fit this version of the program and cannot be compared; @${p.to} would be served.`,
    willPublish: (p) => `${p.id}: @${p.from} is served and @${p.to} would be, with ${p.count} differences:`,
  },
};
