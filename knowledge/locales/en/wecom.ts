import type { wecom as zhWecom } from '../zh-CN/wecom.ts';

export const wecom: typeof zhWecom = {
  settingsIncomplete:
    'TONGBAO_WECOM_API is set and TONGBAO_WECOM_WEBHOOKS is not; if there are no WeCom groups, remove both.',
  doctor: {
    fine: (p) => `WeCom group "${p.name}": its robot is fine; nothing was posted.`,
    unknown: (p) =>
      `WeCom group "${p.name}": there is no such robot; it may have been removed. Add one in the group and update TONGBAO_WECOM_WEBHOOKS.`,
    noAnswer: (p) => `WeCom group "${p.name}": no answer right now; check the network and try again later.`,
  },
  cli: {
    describe: 'WeCom groups: which there are, and posting a notice of the office',
    list: 'list the groups that are set up',
    post: 'post a notice in one group; shows it first, --yes posts it',
    group: 'name of the group, see wecom list',
    text: "what to say; no company's name or code",
    yes: 'really post it',
    none: 'No WeCom group is set up; see docs/wecom.md.',
    unknownGroup: (p) => `There is no WeCom group "${p.group}"; check with tongbao wecom list.`,
    preview: (p) => `This would be posted in "${p.group}". Nothing was posted; to do it, add --yes.`,
    sent: (p) => `Posted in "${p.group}".`,
    unsure: (p) =>
      `Nobody knows whether it arrived in "${p.group}". Look there first, and post again if it did not.`,
    failed: (p) =>
      p.code === 'rateLimited'
        ? `"${p.group}" had too many messages within a minute; nothing was posted, try again in a minute.`
        : `Nothing was posted in "${p.group}" (${p.code}); tongbao doctor may say why.`,
  },
};
