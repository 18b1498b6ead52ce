import type { LinkedFirm } from '../../../activities/ports/store.ts';
import type { Button } from '../../../knowledge/message.ts';
import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { staffCommands } from '../recognise.ts';
import { say, tap } from '../replies.ts';

/** /start without a code: who I am, and whom I take the sender for. */
export async function greet(context: PrivateContext): Promise<HandleResult> {
  const { ports, texts, locale } = context;
  const firms = await ports.stores.identities.linkedFirms(context.identity.id);
  const whoYouAre =
    firms.length > 0
      ? [texts.bot.greetingLinked({ firms: firms.map((f) => f.name) })]
      : context.staff === null
        ? [texts.bot.greetingUnlinked]
        : [];
  return say(
    [
      ...texts.bot.greeting({ title: ports.pack.title[locale] }),
      ...whoYouAre,
      ...(context.staff === null ? [] : [staffHelp(context)]),
    ],
    menu(context, firms),
  );
}

export async function help(context: PrivateContext): Promise<HandleResult> {
  const firms = await context.ports.stores.identities.linkedFirms(context.identity.id);
  return say(
    [...context.texts.bot.help, ...(context.staff === null ? [] : [staffHelp(context)])],
    menu(context, firms),
  );
}

/** The staff's commands, one line each. */
export const staffHelp = ({ texts }: PrivateContext): string =>
  [
    texts.staff.helpTitle,
    ...staffCommands.map((command) =>
      texts.staff.helpLine({ command, description: texts.staff.commandDescriptions[command] }),
    ),
  ].join('\n');

/** A person with one firm gets its buttons first. */
function menu({ texts, locale }: PrivateContext, firms: LinkedFirm[]): Button[][] {
  const { button } = texts.bot;
  const { topicLabels } = texts.answering;
  const [only, ...others] = firms;
  return [
    ...(only !== undefined && others.length === 0
      ? [
          [
            tap(button.myStatus, { verb: 'status' as const, uscc: only.uscc }),
            tap(button.report, { verb: 'steps' as const, uscc: only.uscc }),
          ],
        ]
      : []),
    [
      tap(button.eligibility, { verb: 'eligibility', answer: 'start' }),
      tap(topicLabels['how-to-apply'], { verb: 'topic', topic: 'how-to-apply', locale }),
    ],
    [
      tap(topicLabels.contacts, { verb: 'topic', topic: 'contacts', locale }),
      tap(topicLabels.fees, { verb: 'topic', topic: 'fees', locale }),
    ],
  ];
}
