import type { consoleSettings as zh, settingsErrors as zhErrors } from '../zh-CN/console-settings.ts';

export const settingsErrors: typeof zhErrors = {
  webhookInside:
    'This is an address of this machine or of the own network; it was not added. To tell a system inside, put its host name or network (such as crm.office.lan or 10.1.0.0/16) into TONGBAO_WEBHOOK_ALLOW on the server, and restart.',
  groupStays: 'The bot cannot leave this group from here: remove it in the group.',
  groupNotLeft:
    'The channel did not let the bot leave (it may be unconnected, or own the group). Try again later, or remove it in the group.',
  groupMaybeLeft:
    'The channel did not answer in time, and the bot may have left: look in the group before you try again.',
  apiKeyNameBad: 'A name is of small letters, digits and hyphens, 32 at most; no key was made.',
  groupChanged:
    'Somebody just changed this group’s settings (its own administrators can, in the chat), so nothing was saved. Look at how they stand now, then decide.',
};

export const consoleSettings: typeof zh = {
  parts: {
    database: 'Database',
    temporal: 'Temporal, the workflow engine',
    tickets: 'Tickets for staff',
    channels: 'Channels',
  },
  advice: {
    database:
      'The database does not answer: look at disk space and permissions, and run tongbao doctor on the server.',
    temporal:
      'The workflow engine does not answer: statuses cannot be changed and nobody is reminded. Run tongbao doctor on the server and look at the connection settings.',
  },
  anyAdvice: 'Run tongbao doctor on the server: it says what to do.',
  channelAdvice:
    'This channel cannot receive or send just now: run tongbao doctor on the server, and look at the token, the network and the sign-in.',
  stays: {
    notFromHere: 'another process is connected to QQ: remove the bot in the group',
    robot: 'a robot of the group: remove it there, then from the server’s settings',
    notConnected: 'the server’s settings have this channel no more: remove the bot in the group',
  },
  keyStates: { on: 'in use', notYet: 'not in the settings yet', revoked: 'revoked' },
  cadence: {
    sending: 'Time of sending (working days, Beijing time)',
    first: 'First reminder after the invitation',
    every: 'Then every',
    most: 'Reminders at most',
    week: 'Within seven days at most',
    deadline: 'Deadline',
    before: 'Besides, before the deadline',
    escalate: 'The officer is told after',
    between: ({ from, to }) => `${from} to ${to}; nothing at other times or on days off`,
    workingDays: (count) => `${count} working day${count === 1 ? '' : 's'}`,
    times: (count) => `${count} time${count === 1 ? '' : 's'}`,
    days: (days) => `${days.join(', ')} days before`,
    none: 'not set',
    noDeadline: 'none',
  },
  audit: {
    nobody: 'Somebody who was not signed in',
    columns: ['Time (Beijing)', 'Who', 'What', 'On what', 'Outcome', 'Detail'],
  },
};
