import type { groupPosts as zhGroupPosts } from '../zh-CN/group-posts.ts';

export const groupPosts: typeof zhGroupPosts = {
  announcement: (p) => `[From the office] ${p.words}`,
  digest: (p) =>
    `[How far we are] Of the ${p.firms} firms on their way, ${p.submitted} (${p.percent}%) have submitted.`,
  deadline: (p) =>
    p.workingDaysLeft === 0
      ? `The deadline, set by the office, is ${p.date}: no working day is left before it.`
      : `The deadline, set by the office, is ${p.date}: ${p.workingDaysLeft} working days are left, today included.`,
  askByButton:
    'For your own firm, ask me in private, from below: nothing about a single firm is said in the group.',
  askAnywhere: 'For your own firm, write to me in private: nothing about a single firm is said in the group.',

  cli: {
    describe:
      'groups: list those that the bot is in, post an announcement or the progress, free of firm data',
    list: 'list the groups that the bot is in',
    announce: "post the office's words into the groups; a preview without --yes",
    digest:
      'post how far all firms are: how many, how many have submitted, working days left; a preview without --yes',
    text: 'the words',
    city: 'only groups of this city, and those of none',
    columns: ['Channel', 'Group', 'City', 'Announcements'],
    yes: 'yes',
    no: 'no',
    noGroups:
      'No group wants announcements. Add the bot to one; its administrators can turn them off with /settings.',
    tooFew: (p) =>
      `There are fewer than ${p.fewest} firms, or fewer that have or have not submitted: the numbers would tell of single firms, so there is no digest.`,
    preview: (p) => `This would be posted into ${p.count} groups. Add --yes to post it.`,
    sent: (p) => `Posted: ${p.channel} ${p.chatId}`,
    notSent: (p) => `Not posted: ${p.channel} ${p.chatId} (${p.code})`,
    notFromHere: (p) => `This channel is not set up here, so nothing was posted: ${p.channel} ${p.chatId}`,
    unknown: (p) =>
      `Nobody knows whether it arrived, and it is not repeated: ${p.channel} ${p.chatId} (${p.code})`,
    failed: (p) => `${p.count} groups may not have it.`,
  },
};
