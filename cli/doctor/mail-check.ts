import { checkSmtp } from '../../bot/channels/mail/check-smtp.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';

type Say = (doctor: Texts['mail']['doctor']) => string;
const found = (mark: Finding['mark'], say: Say): Finding => ({ mark, say: (t) => say(t.mail.doctor) });

/** Whether the mail server lets us in, and whether mails can be stopped. Nothing where there is none; no mail is sent. */
export async function checkMail({ mail }: Settings): Promise<Finding[]> {
  if (mail === null) return [];
  const { smtp, from, linkBase } = mail;
  const links =
    linkBase === null
      ? found('✗', (t) => t.noLinks)
      : found('✓', (t) => t.links({ url: `${linkBase}/mail/…` }));
  const [fromDomain, userDomain] = [domainOf(from.address), domainOf(smtp.auth?.user ?? '')];
  const sender =
    userDomain !== '' && userDomain !== fromDomain
      ? [found('!', (t) => t.otherDomain({ from: fromDomain, user: userDomain }))]
      : [];
  return [links, ...sender, await ofServer(smtp)];
}

async function ofServer(smtp: NonNullable<Settings['mail']>['smtp']): Promise<Finding> {
  const answer = await checkSmtp(smtp);
  switch (answer.outcome) {
    case 'ok':
      return found('✓', (t) => t.fine({ secured: smtp.secure || smtp.requireTls }));
    case 'refused':
      return found('✗', (t) => t.refused);
    case 'notSecured':
      return found('✗', (t) => t.notSecured);
    case 'unreachable':
      return found('✗', (t) => t.unreachable({ reason: answer.reason }));
  }
}

const domainOf = (address: string): string =>
  address.includes('@') ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : '';
