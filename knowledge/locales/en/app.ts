import type { app as zhApp } from '../zh-CN/app.ts';

export const app: typeof zhApp = {
  temporalUnreachable: ({ address }) =>
    `The Temporal server at ${address} cannot be reached. Check that it runs and that the address is right, then start again.`,
  searchAttributesMissing: ({ names }) =>
    `This Temporal server lacks search attributes (type Keyword): ${names}. Have an administrator add them, then start again.`,
  temporalElsewhere:
    'TEMPORAL_ADDRESS names the Temporal server to use: there is nothing to start with --role temporal.',
  temporalNotRunning:
    'No running Temporal server was found. Start tongbao start --role temporal first (same data folder), or set TEMPORAL_ADDRESS.',
  roleReady: ({ role }) => `The ${role} part of tongbao is ready.`,
  starting: 'Starting tongbao...',
  temporalAdopted: ({ address }) => `Using the Temporal server that the last run left behind: ${address}`,
  ready: ({ url }) => `tongbao is ready: open ${url} in a browser`,
  console: {
    address: 'The console for staff:',
    link: 'The console for staff: open this one-time link, choose a login and a password, and you are in:',
    inviteFirst:
      'The console has no accounts yet. Invite the first administrator: npm run --silent tongbao -- staff console invite NAME --new --role admin',
  },
  trialNote: 'Trial mode: all data are fictional, no real firm is contacted.',
  temporalUi: ({ url }) => `Temporal's own pages: ${url}`,
  telegramReady: ({ username }) => `Telegram bot: @${username}`,
  telegramOff: 'TELEGRAM_BOT_TOKEN is not set: Telegram is off.',
  stopHint: 'Press Ctrl-C to stop.',
  stopping: 'Stopping everything in order, one moment...',
  stopped: 'Everything has stopped.',
  failed: 'A part of tongbao stopped unexpectedly, and the program ends with it. See the log above.',
};
