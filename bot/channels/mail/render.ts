import type { NotificationKind } from '../../../activities/ports/store.ts';
import type { Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Texts } from '../../../knowledge/locales/index.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { page, paragraphOf } from './html.ts';
import type { Line } from './html.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

export interface MailPlace {
  locale: Locale;
  about: NotificationKind | undefined;
  /** Where one can go on talking; null: only words say what can be done there. */
  chatUrl: string | null;
  /** Null for a mail that nobody is signed up for, such as one with a code. */
  stopUrl: string | null;
}

/**
 * A message as text and as simple HTML that says the same: no pictures, nothing to load, links with words. A subject is read on
 * locked screens and by servers on the way: it says what kind of message this is, and names no firm.
 */
export function renderMail(message: OutboundMessage, place: MailPlace): RenderedMail {
  const { mail } = textsFor(place.locale);
  const subject = subjectOf(mail, place.about);
  const body: Line[] = [
    ...message.paragraphs.filter((text) => text !== '').map((text) => ({ text })),
    ...buttonLines(message, place, mail),
    ...(message.citation === null ? [] : [{ text: message.citation }]),
  ];
  const footer: Line[] = place.stopUrl === null ? [] : footerLines(mail, place.stopUrl);
  return { subject, ...inBothForms(place.locale, subject, body, footer) };
}

/** Text and HTML of the same lines. */
export function inBothForms(
  locale: Locale,
  subject: string,
  body: readonly Line[],
  footer: readonly Line[],
): { text: string; html: string } {
  const signature = footer.length === 0 ? [] : ['-- ', ...footer.map(plain)];
  return {
    text: `${[...body.map(plain), signature.join('\n')].filter((part) => part !== '').join('\n\n')}\n`,
    html: page({
      ...{ locale, title: subject },
      body: body.map(paragraphOf).join('\n'),
      footer: footer.map(paragraphOf).join('\n'),
    }),
  };
}

const plain = ({ text, url }: Line): string => (url === undefined ? text : `${text}\n${url}`);

function subjectOf({ subject }: Texts['mail'], about: NotificationKind | undefined): string {
  switch (about) {
    case 'reminder':
      return subject.reminder;
    case 'statusNotice':
    case 'renewalRefused':
      return subject.status;
    case 'announcement':
      return subject.announcement;
    default:
      return subject.other;
  }
}

/** A tap does not come back from a mail: what it would do is done in the chat. */
function buttonLines({ buttons }: OutboundMessage, { chatUrl }: MailPlace, mail: Texts['mail']): Line[] {
  const all = buttons.flat();
  const links = all.flatMap((button) =>
    button.kind === 'link' && isWeb(button.url) ? [{ text: button.label, url: button.url }] : [],
  );
  const labels = all.filter(({ kind }) => kind === 'callback').map(({ label }) => label);
  if (labels.length === 0) return links;
  const inChat: Line =
    chatUrl === null ? { text: mail.inChat({ labels }) } : { text: mail.inChatAt({ labels }), url: chatUrl };
  return [...links, inChat];
}

const footerLines = (mail: Texts['mail'], url: string): Line[] => [
  { text: mail.why },
  { text: mail.stop, url },
];

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
