import type { Locale } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Texts } from '../../knowledge/locales/index.ts';

/** All that the bot says in a group in its own words. None takes a parameter, so none can carry anything. */
const sentences = {
  help: ({ bot }) => bot.helpGroup,
  emptyAsk: ({ bot }) => [bot.emptyAsk],
  apology: ({ bot }) => [bot.apology],
  firmInPrivate: ({ bot }) => [bot.group.firmInPrivate],
  firmInPrivateNoLink: ({ bot }) => [bot.group.firmInPrivateNoLink],
  codeInGroup: ({ bot }) => [bot.group.codeInGroup],
  staffInPrivate: ({ bot }) => [bot.group.staffInPrivate],
  ownEligibility: ({ bot }) => [bot.group.ownEligibility],
  moreInPrivate: ({ bot }) => [bot.group.moreInPrivate],
  answeredAbove: ({ doors }) => [doors.answeredAbove],
  photo: ({ doors }) => [doors.unreadable.photo],
  document: ({ doors }) => [doors.unreadable.document],
  voice: ({ doors }) => [doors.unreadable.voice],
  video: ({ doors }) => [doors.unreadable.video],
  sticker: ({ doors }) => [doors.unreadable.sticker],
  other: ({ doors }) => [doors.unreadable.other],
  filesNotPassed: ({ tickets }) => [tickets.filesNotPassed],
  ticketStillOpen: ({ tickets }) => [tickets.botAnsweredInGroup],
  tooMuchTalk: ({ doors }) => [doors.tooMuchTalk],
  textOnlyRead: ({ doors }) => [doors.textOnlyRead],
  settingsNotHere: ({ groups }) => [groups.settings.notHere],
  settingsNotChecked: ({ groups }) => [groups.settings.notChecked],
  settingsForAdmins: ({ groups }) => [groups.settings.adminsOnly],
} satisfies Record<string, (texts: Texts) => string[]>;

export type GroupSentence = keyof typeof sentences;

export const groupSentence = (locale: Locale, sentence: GroupSentence): string[] =>
  sentences[sentence](textsFor(locale));

const toasts = {
  stale: ({ bot }) => bot.staleButtonToast,
  firmInPrivate: ({ bot }) => bot.group.firmInPrivateToast,
  askFirst: ({ tickets }) => tickets.askFirst,
  rated: ({ tickets }) => tickets.thanksToast,
  notYourTicket: ({ tickets }) => tickets.notYours,
  ticketNotChanged: ({ tickets }) => tickets.notChanged,
  settingsNotHere: ({ groups }) => groups.settings.notHere,
  settingsNotChecked: ({ groups }) => groups.settings.notCheckedToast,
  settingsForAdmins: ({ groups }) => groups.settings.adminsOnlyToast,
  settingsChanged: ({ groups }) => groups.settings.changed,
} satisfies Record<string, (texts: Texts) => string>;

declare const fixed: unique symbol;
/** What a tapped button in a group may show. */
export type GroupToast = string & { readonly [fixed]: true };

export const groupToast = (locale: Locale, toast: keyof typeof toasts): GroupToast =>
  toasts[toast](textsFor(locale)) as GroupToast;

const allToasts: ReadonlySet<string> = new Set(
  (['zh-CN', 'en'] as const).flatMap((locale) => Object.values(toasts).map((of) => of(textsFor(locale)))),
);

export const isGroupToast = (text: string): text is GroupToast => allToasts.has(text);
