import type { GroupSettings } from '../../../activities/ports/groups.ts';
import { packName } from '../../../knowledge/answering/pack-name.ts';
import type { Locale } from '../../../knowledge/answering/types.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Button, OutboundMessage } from '../../../knowledge/message.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import { message, rowsOf, tap } from '../replies.ts';
import { mostUnaskedAnHour } from './unasked-limit.ts';

/** What a group may choose among. */
export interface GroupChoices {
  packs: readonly PolicyPack[];
  /** The one that the group asks of. */
  pack: PolicyPack;
}

/** Every setting with what it means, and the buttons that change it. */
function overview(settings: GroupSettings, { packs, pack }: GroupChoices, locale: Locale): OutboundMessage {
  const texts = textsFor(locale).groups.settings;
  const { button } = texts;
  const unasked = settings.answers === 'alsoUnasked';
  const lines = [
    unasked ? texts.answers.alsoUnasked({ perHour: mostUnaskedAnHour }) : texts.answers.whenCalled,
    texts.pack({ name: packName(pack, locale) }),
    texts.city({ city: settings.city }),
    texts.announcements({ on: settings.announcements }),
  ];
  const choices = [
    ...(packs.length > 1 ? [tap(button.pack, { verb: 'group' as const, set: 'choosePack' as const })] : []),
    ...(pack.cities.length > 0
      ? [tap(button.city, { verb: 'group' as const, set: 'chooseCity' as const })]
      : []),
  ];
  return message(
    [texts.title, lines.join('\n'), ...(unasked ? [texts.privacyNote] : [])],
    [
      [
        unasked
          ? tap(button.whenCalled, { verb: 'group', set: 'answers', answers: 'whenCalled' })
          : tap(button.alsoUnasked, { verb: 'group', set: 'answers', answers: 'alsoUnasked' }),
      ],
      [
        tap(settings.announcements ? button.announcementsOff : button.announcementsOn, {
          verb: 'group',
          set: 'announcements',
          on: !settings.announcements,
        }),
      ],
      ...(choices.length === 0 ? [] : [choices]),
    ],
  );
}

const choosePack = (_settings: GroupSettings, { packs }: GroupChoices, locale: Locale): OutboundMessage =>
  message(
    [textsFor(locale).groups.settings.choosePack],
    [
      ...packs.map((pack, at) => [
        tap(packName(pack, locale), {
          verb: 'group',
          set: 'pack',
          // The office's own comes first, and stays its own when it goes on to another year.
          packId: at === 0 ? null : pack.id,
        }),
      ]),
      [backButton(locale)],
    ],
  );

const chooseCity = (_settings: GroupSettings, { pack }: GroupChoices, locale: Locale): OutboundMessage =>
  message(
    [textsFor(locale).groups.settings.chooseCity],
    [
      ...rowsOf(pack.cities.map((city) => tap(city, { verb: 'group', set: 'city', city })).filter(fits), 3),
      [
        tap(textsFor(locale).groups.settings.button.noCity, { verb: 'group', set: 'city', city: null }),
        backButton(locale),
      ],
    ],
  );

const backButton = (locale: Locale): Button =>
  tap(textsFor(locale).groups.settings.button.back, { verb: 'group', set: 'show' });

/** A city with a name too long for a button (see `encodeCallback`) cannot be chosen. */
const fits = (button: Button): boolean =>
  button.kind === 'link' || new TextEncoder().encode(button.data).length <= 64;

/** Made of the settings, and of names of packs and cities; `group-message.ts` lets them into a group. */
export const settingsMessages = { overview, choosePack, chooseCity };
