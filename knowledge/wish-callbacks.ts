import type { Locale } from './answering/types.ts';

/** The firm, and the pack whose enrollment the button was shown for; without one the office's own is meant. */
export interface OfEnrollment {
  uscc: string;
  pack?: string;
}

/** Buttons for what a contact wants for itself; part of `Callback`. */
export type WishCallback =
  /** What the contact may set for this firm. */
  | { verb: 'wishes'; uscc: string }
  /** `uscc` null: every firm of the contact. */
  | { verb: 'stop' | 'resume'; uscc: string | null }
  | { verb: 'primary'; uscc: string }
  /** A code that joins another chat to this one; write to this chat first. */
  | { verb: 'join' }
  | { verb: 'prefer' }
  /** Null: as the client says. */
  | { verb: 'language'; locale: Locale | null }
  /** Who can see the firm; a code for a colleague. */
  | { verb: 'contacts' | 'colleague'; uscc: string }
  /** The contact no longer acts for the firm: asked, confirmed. */
  | { verb: 'leave'; uscc: string; action: 'ask' | 'confirm' }
  /** A contact takes the place of one who came by invitation away. */
  | { verb: 'unlink'; uscc: string; personId: string }
  /** Everything that is kept of the person is removed: asked, confirmed. */
  | { verb: 'erase'; action: 'ask' | 'confirm' }
  /** The own mail address. */
  | { verb: 'mail'; action: MailAction }
  /** The firm says that it does not take part: asked, confirmed, taken back. */
  | ({ verb: 'decline'; action: DeclineAction } & OfEnrollment);

const declineActions = ['ask', 'confirm', 'takeBack'] as const;
type DeclineAction = (typeof declineActions)[number];

const mailActions = ['show', 'prefer', 'remove'] as const;
type MailAction = (typeof mailActions)[number];

const twoSteps = ['ask', 'confirm'] as const;

const all = 'all';
const languages: Record<string, Locale | null> = { zh: 'zh-CN', en: 'en', client: null };
const verbs: readonly string[] = [
  'wishes',
  'stop',
  'resume',
  'primary',
  'language',
  'decline',
  'join',
  'prefer',
  'contacts',
  'colleague',
  'leave',
  'unlink',
  'erase',
  'mail',
];

export const isWish = (c: { verb: string }): c is WishCallback => verbs.includes(c.verb);

export function encodeWish(c: WishCallback): string {
  switch (c.verb) {
    case 'wishes':
    case 'primary':
    case 'contacts':
    case 'colleague':
      return `${c.verb}|${c.uscc}`;
    case 'leave':
      return `leave|${c.uscc}|${c.action}`;
    case 'unlink':
      return `unlink|${c.uscc}|${c.personId}`;
    case 'erase':
    case 'mail':
      return `${c.verb}|${c.action}`;
    case 'join':
    case 'prefer':
      return c.verb;
    case 'stop':
    case 'resume':
      return `${c.verb}|${c.uscc ?? all}`;
    case 'language':
      return `language|${Object.keys(languages).find((code) => languages[code] === c.locale) ?? 'client'}`;
    case 'decline':
      return `decline|${c.uscc}|${c.action}`;
  }
}

export function decodeWish(data: string): WishCallback | null {
  const [verb, a = '', b = ''] = data.split('|');
  const isUscc = /^[0-9A-Z]{18}$/.test(a);
  switch (verb) {
    case 'leave': {
      const action = twoSteps.find((x) => x === b);
      return isUscc && action !== undefined ? { verb, uscc: a, action } : null;
    }
    case 'unlink':
      return isUscc && /^[0-9a-z-]{1,36}$/.test(b) ? { verb, uscc: a, personId: b } : null;
    case 'erase': {
      const action = twoSteps.find((x) => x === a);
      return action === undefined ? null : { verb, action };
    }
    case 'mail': {
      const action = mailActions.find((x) => x === a);
      return action === undefined ? null : { verb, action };
    }
    case 'wishes':
    case 'primary':
    case 'contacts':
    case 'colleague':
      return isUscc ? { verb, uscc: a } : null;
    case 'join':
    case 'prefer':
      return data === verb ? { verb } : null;
    case 'stop':
    case 'resume':
      return isUscc || a === all ? { verb, uscc: a === all ? null : a } : null;
    case 'language': {
      const locale = Object.hasOwn(languages, a) ? languages[a] : undefined;
      return locale === undefined ? null : { verb, locale };
    }
    case 'decline': {
      const action = declineActions.find((x) => x === b);
      return isUscc && action !== undefined ? { verb, uscc: a, action } : null;
    }
    default:
      return null;
  }
}
