import type { doors as zhDoors } from '../zh-CN/doors.ts';

export const doors: typeof zhDoors = {
  unreadable: {
    photo:
      'I cannot see pictures, I only read text. Please type your question in one sentence; if it is about a page, type the message that the page shows.',
    document:
      'I cannot open files, I only read text. Please type your question in one sentence, and do not send me papers or certificates: everything is handed in on the Single Window.',
    voice:
      'I cannot listen to voice messages, I only read text. Please type your question in one sentence, or dictate it with your keyboard.',
    video:
      'I cannot watch videos, I only read text. Please type your question in one sentence; if it is about a page, type the message that the page shows.',
    sticker: 'I cannot read stickers, only text. If you have a question, please type it in one sentence.',
    other: 'I cannot read this kind of message, only text. Please type your question in one sentence.',
  },
  textOnlyRead: '(I cannot see the picture or file that came with it; this answers the text only.)',
  answeredAbove: '(The question was changed; please see the changed answer above.)',
  tooMuchTalk: 'That was a lot within a few minutes; I will answer again in some minutes.',
  botpress: {
    settingsIncomplete: (p) =>
      `The settings of Botpress are incomplete: ${p.missing} is missing; to go without it, remove all BOTPRESS_* settings.`,
    doctor: {
      fine: 'Botpress: the token is accepted.',
      address: (p) => `Botpress: it is to call ${p.url} (with BOTPRESS_SECRET at the end).`,
      noAddress:
        'Botpress: there is no public https address, so Botpress cannot call this machine. Set TONGBAO_PUBLIC_URL, see docs/botpress.md.',
      refused: (p) =>
        `Botpress: token or bot ID are not accepted (${p.status}); check BOTPRESS_TOKEN and BOTPRESS_BOT_ID.`,
      failed: (p) => `Botpress: it does not answer as it should (${p.status}); check again later.`,
      unreachable: (p) =>
        `Botpress: it cannot be reached (${p.reason}); check the network and BOTPRESS_API_URL.`,
    },
  },
};
