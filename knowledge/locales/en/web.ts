import type { web as zhWeb } from '../zh-CN/web.ts';

const page: (typeof zhWeb)['page'] = {
  appName: 'Tongbao assistant',
  otherLanguage: '中文',
  otherLanguageLabel: '中文 (switch to Chinese)',
  skipToInput: 'Skip to the message box',
  trialBanner: '演示数据 · Trial mode',
  trialBannerDetail: 'The firms are fictional.',
  clockTitle: 'Demo clock',
  clockFirm: 'Firm',
  clockNow: 'Demo time',
  clockNext: 'Next reminder',
  clockNoNext: 'No reminder is due',
  clockWaiting: 'The demo firm is being prepared, one moment please.',
  fastForward: 'Go to the next reminder',
  fastForwarding: 'Moving on…',
  fastForwarded: 'Done, the reminder is on its way.',
  nothingScheduled: 'There is no reminder to come for this firm.',
  fastForwardFailed: 'That did not work. Please try again in a moment.',
  logLabel: 'Conversation',
  welcome:
    'Hello, I am the Tongbao assistant. Ask me who qualifies, how to apply or what is paid: I answer from the policy notice and say where it says so.',
  welcomeLimits: 'What the notice does not state, I will say I do not know and point you to a person.',
  welcomeTrial: 'A fictional firm is linked to you: see its progress, report steps and get reminders.',
  suggestionsLabel: 'You could ask',
  suggestions: [
    'What is the payout ratio?',
    'Do we qualify?',
    'Which step are we at?',
    'My card reader cannot log in',
  ],
  inviteFound: 'You came with an invitation. Use the button below to link your firm to this chat.',
  inviteUse: 'Link my firm',
  composeLabel: 'Ask',
  inputLabel: 'Type your question',
  inputPlaceholder: 'Type your question',
  inputHint: 'Enter sends, Shift + Enter starts a new line',
  send: 'Send',
  you: 'You',
  bot: 'Tongbao assistant',
  tapped: 'You chose',
  thinking: 'Looking it up…',
  stillThinking: 'Still looking, one moment…',
  sending: 'Sending',
  notSent: 'Not sent',
  retry: 'Send again',
  networkFailed: 'The network failed and this message was not sent. Your text is kept: choose “Send again”.',
  reconnecting: 'The connection was lost. Reconnecting…',
  historyFailed: 'The conversation could not be loaded. Trying again…',
  newMessages: 'New messages',
  opensNewWindow: 'opens in a new window',
  tapFailed: 'The network failed and the button did nothing. Please try it again, or type your question.',
  closeChat: 'Close the chat',
  noScript: 'This page needs JavaScript to chat.',
  privacy: 'Used only to answer you and follow your enrollment. Please enter no passwords or card numbers.',
};

const launcher: (typeof zhWeb)['launcher'] = {
  open: 'Open the Tongbao assistant',
  close: 'Close the Tongbao assistant',
  unread: 'Open the Tongbao assistant, {count} new messages',
  title: 'Chat with the Tongbao assistant',
  opening: 'Opening the chat…',
  failed: 'The chat did not open. Please check the network and try again.',
  again: 'Try again',
  alone: 'Open in a new window',
  refused:
    'This site ({origin}) may not embed the chat, so there is no button. The office must add it to TONGBAO_WEB_EMBED_ORIGINS and restart.',
  noAnswer:
    "The chat did not open in its frame: the server does not answer, a page further out is not allowed to embed it, or this page's CSP lacks frame-src.",
  noTag: '[tongbao] Load this with a <script src="…/chat/embed.js"> tag, not by import or as a copy.',
};

const errors: (typeof zhWeb)['errors'] = {
  notFound: 'There is no such page or endpoint.',
  badRequest: 'The request was not understood. Please reload the page and try again.',
  tooLarge: 'That is too long. Please send it in several parts.',
  wrongType: 'Only JSON requests are accepted.',
  crossSite: 'Please send messages from this page: requests from other sites are refused.',
  noSession: 'The conversation has not started yet. Please reload the page and try again.',
  tooManyVisitors: 'Too many people have opened the chat from your network.',
  tooManyMessages: 'That was a little fast for me; your text is kept.',
  textTooLong: 'That is more than 2,000 characters. Please split it into several messages.',
  textEmpty: 'There is no text yet. Please write something first.',
  noTrial: 'Only trial mode has a demo clock.',
  tooManyStreams: 'Too many chats are open from your network; please close a few.',
  unavailable: 'The service does not answer right now. Please try again later.',
  internal: 'Something went wrong on the server. Please try again later.',
  noViewToken:
    'There is no valid token to look at the data: sign in on the page /codec of this server, or ask an administrator for one (tongbao keys ui-token add).',
  otherOrigin:
    'This page may not ask; set TONGBAO_TEMPORAL_UI_ORIGIN to look from a Temporal user interface elsewhere.',
  consoleNotBuilt: 'The pages of the console are not built; npm start builds them.',
  badPayloads:
    'The request is not in the form of Temporal payloads: {"payloads":[{"metadata":{...},"data":"base64"}]}, at most 1,000 at once.',
};

export const web: typeof zhWeb = {
  page,
  launcher,
  errors,
  /** Follows the sentence that says what was too much. */
  tryAgainAfter: (p) =>
    ` Please try again in ${p.seconds <= 90 ? `${p.seconds} seconds` : `${Math.ceil(p.seconds / 60)} minutes`}.`,
  portInUse: (p) =>
    `Port ${p.port} is used by another program: close that program or choose another port with TONGBAO_PORT.`,
  portForbidden: (p) =>
    `Port ${p.port} needs rights that we do not have: choose one above 1024 with TONGBAO_PORT.`,
  hostNotFound: (p) => `This machine has no address ${p.host}: check TONGBAO_HOST.`,
  listenFailed: (p) =>
    `The web server could not start on ${p.host}:${p.port} (${p.code}): check TONGBAO_HOST and TONGBAO_PORT.`,
};
