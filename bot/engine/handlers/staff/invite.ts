import type { HandleResult } from '../../../model.ts';
import { codeValidDays } from '../../code.ts';
import { dateText } from '../../dates.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { codeProblem, usccAndRest } from './uscc-and-rest.ts';

const validForMs = codeValidDays * 24 * 3_600_000;

/** /invite: a one-time code for one firm, shown once. Staff send it by their own means. */
export async function invite(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff, locale } = context;
  const problem = codeProblem(args, texts);
  if (problem !== null) return say(problem);
  const wanted = usccAndRest(args);
  if (wanted === null) return say(texts.staff.usage.uscc({ command: 'invite' }));
  const firm = await ports.stores.firms.findFirm(wanted.uscc);
  if (firm === null) return say(texts.staff.firmNotFound({ query: wanted.uscc }));

  const code = ports.newCode();
  const expiresAt = new Date(ports.clock.now().getTime() + validForMs).toISOString();
  await ports.stores.identities.mintCode(
    { purpose: 'firm', uscc: firm.uscc },
    code,
    expiresAt,
    staff.staffId,
  );
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: 'staff.invite',
    target: firm.uscc,
    outcome: 'minted',
  });
  const url = ports.invitationLink(context.message.channel, code);
  return say([
    ...texts.staff.invite.made({ firm: firm.name, code, until: dateText(expiresAt, locale) }),
    url === null ? texts.staff.invite.noLink : texts.staff.invite.link({ url }),
  ]);
}
