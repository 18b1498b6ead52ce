import type { EnrollmentSnapshot } from '../../../../knowledge/enrollment/state.ts';
import type { Button } from '../../../../knowledge/message.ts';
import type { HandleResult } from '../../../model.ts';
import { ownPlace } from '../../own-place.ts';
import type { OwnPlace } from '../../own-place.ts';
import { clockOf, ownWishText } from '../../own-wishes.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { openForReports } from '../../status-message.ts';
import { withTappedFirm } from '../own-firm.ts';
import { channelSettings } from './channels.ts';
import { askWhich, ownFirms } from './choose-own.ts';

/** /me: what the contact has set for itself, and the buttons that change it. */
export async function settings(context: PrivateContext): Promise<HandleResult> {
  const { bot, wishes } = context.texts;
  const own = await ownFirms(context);
  const [only, ...others] = own;
  if (only === undefined) return say([...bot.link.how, wishes.language.current], languageRow(context));
  if (others.length === 0) return settingsOf(context, only.uscc);
  const chosen = askWhich(bot.status.choose, own, (uscc) => ({ verb: 'wishes', uscc }));
  const channels = await channelSettings(context);
  return {
    ...chosen,
    replies: chosen.replies.map((reply) => ({
      ...reply,
      message: {
        ...reply.message,
        paragraphs: [...reply.message.paragraphs, ...channels.paragraphs],
        buttons: [...reply.message.buttons, ...languageRow(context), ...channels.buttons],
      },
    })),
  };
}

/** For one firm: who is reminded first, and what this contact asked for. */
export const settingsOf = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm, enrollment }) => {
    const { ports, identity, texts, locale } = context;
    const place = await ownPlace(ports.stores.identities, uscc, identity.id);
    if (place === null) return say(texts.bot.status.notYours);
    const { wishes } = texts;
    const wish = ownWishText(place.own, clockOf(context, enrollment), locale);
    const channels = await channelSettings(context);
    return say(
      [
        whoIsFirst(context, place, firm.name),
        wish ?? wishes.own.reminded,
        wishes.language.current,
        ...channels.paragraphs,
      ],
      [...buttons(context, place, { uscc, enrollment, quiet: wish !== null }), ...channels.buttons],
    );
  });

function whoIsFirst({ texts }: PrivateContext, { alone, own }: OwnPlace, firm: string): string {
  const { primary } = texts.wishes;
  if (alone) return primary.only({ firm });
  return own.primary ? primary.you({ firm }) : primary.another({ firm });
}

function buttons(
  context: PrivateContext,
  place: OwnPlace,
  { uscc, enrollment, quiet }: { uscc: string; enrollment: EnrollmentSnapshot | null; quiet: boolean },
): Button[][] {
  const { wishes } = context.texts;
  const open = enrollment !== null && openForReports(enrollment);
  return [
    [
      quiet
        ? tap(wishes.button.resume, { verb: 'resume', uscc })
        : tap(wishes.button.stop, { verb: 'stop', uscc }),
      ...(place.alone || place.own.primary ? [] : [tap(wishes.button.primary, { verb: 'primary', uscc })]),
    ],
    ...(open
      ? [
          [
            enrollment.declinedAt === null
              ? tap(wishes.button.decline, { verb: 'decline', uscc, action: 'ask' })
              : tap(wishes.button.takeBack, { verb: 'decline', uscc, action: 'takeBack' }),
          ],
        ]
      : []),
    [tap(context.texts.people.button.contacts, { verb: 'contacts', uscc })],
    ...languageRow(context),
  ];
}

const languageRow = ({ texts }: PrivateContext): Button[][] => [
  [
    tap(texts.wishes.button.chinese, { verb: 'language', locale: 'zh-CN' }),
    tap(texts.wishes.button.english, { verb: 'language', locale: 'en' }),
  ],
];
