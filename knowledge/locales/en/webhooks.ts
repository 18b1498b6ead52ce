import type { webhooks as zhWebhooks } from '../zh-CN/webhooks.ts';

const help: (typeof zhWebhooks)['help'] = {
  webhooks: "tell other systems when a firm's official status changes",
  list: 'who is told, and how much was delivered, waits or was given up',
  add: 'tell an address; of a known name: change the address, or tell it again. Without a secret one is made, and shown this once',
  name: 'name: lower-case letters, digits and hyphens, the same as that of the secret',
  url: 'address of the receiver, with https://',
  remove: 'tell it no more, and delete its log',
  deliveries: 'the log of deliveries, newest first',
  state: 'only one kind: waiting, delivered, failed or cancelled',
  limit: 'how many at most',
  redeliver: 'send again',
  message: 'ID of the message (webhook-id); without it all that failed or were cancelled',
};

const urlProblems: Record<Parameters<(typeof zhWebhooks)['badUrl']>[0]['problem'], string> = {
  notAUrl: 'it is not a URL',
  notHttps: 'it must begin with https:// (http:// is for addresses of this machine only)',
  hasCredentials: 'it must hold no user name and password',
  hasFragment: 'it must hold no #',
  inside:
    'it is of this machine or of the own network; to tell a system inside, put its host name or network (such as crm.office.lan or 10.1.0.0/16) into TONGBAO_WEBHOOK_ALLOW and restart',
};

const doctor: (typeof zhWebhooks)['doctor'] = {
  fine: (p) => `${p.count} other systems are told of changes`,
  gone: (p) => `${p.name} answered 410 and is disabled; to tell it again: tongbao webhooks add`,
  noSecret: (p) => `${p.name} has no secret, and what it is to be told waits: see TONGBAO_WEBHOOK_SECRETS`,
  inside: (p) =>
    `${p.name} is on this machine or in the own network, which the settings do not allow: put it into TONGBAO_WEBHOOK_ALLOW, or change its address`,
  failed: (p) =>
    `${p.count} messages did not reach ${p.name} in the last 7 days: tongbao webhooks deliveries says why, redeliver sends again`,
};

export const webhooks: typeof zhWebhooks = {
  help,
  doctor,
  badName: (p) => `The name “${p.name}” may hold lower-case letters, digits and hyphens, 32 at most.`,
  badUrl: (p) => `The address ${p.url} will not do: ${urlProblems[p.problem]}.`,
  badState: (p) => `--state cannot be “${p.state}”: it is waiting, delivered, failed or cancelled.`,
  badLimit: (p) => `--limit cannot be “${p.value}”: it is a whole number from 1 to 1000.`,
  unknown: (p) => `There is no address named “${p.name}”; see tongbao webhooks list.`,
  added: (p) => `From now on ${p.name} is told of changes: ${p.url}`,
  secretMade:
    'Put this line into .env (after a comma where others are there already) and start again. The secret is shown this once, and is for the receiver too:',
  secretThere: 'It is signed with the secret in TONGBAO_WEBHOOK_SECRETS.',
  removed: (p) => `${p.name} is told no more, and its log is deleted.`,
  none: 'Nobody is told of changes yet.',
  columns: ['Name', 'Address', 'Now', 'Waiting', 'Delivered', 'Failed', 'Cancelled'],
  state: {
    on: 'is told',
    gone: 'disabled (it answered 410)',
    noSecret: 'no secret, nothing is sent yet',
    inside: 'inside, which the settings do not allow',
  },
  noDeliveries: 'There are no deliveries.',
  deliveryColumns: [
    'ID',
    'Name',
    'Enrollment',
    'State',
    'Attempts',
    'Last answer',
    'Delivered or next (Beijing time)',
  ],
  states: { waiting: 'waiting', delivered: 'delivered', failed: 'failed', cancelled: 'cancelled' },
  answer: (code) => {
    if (code === null) return '';
    if (code === 'timeout') return 'timeout';
    if (code === 'network') return 'no connection';
    if (code === 'inside') return 'leads inside, not sent; see TONGBAO_WEBHOOK_ALLOW';
    return `HTTP ${code}`;
  },
  soon: 'at once',
  redelivered: (p) => `${p.count} will be sent again.`,
  nothingToRedeliver:
    'There is nothing to send again: the ID is wrong, or the address is disabled (tongbao webhooks add enables it).',
};
