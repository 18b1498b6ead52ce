import { randomUUID } from 'node:crypto';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { createLanguageService } from '../../activities/language-service/create-language-service.ts';
import type { EnrollmentCommands, Logger, MessageSender } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createBotpressChannel } from '../../bot/channels/botpress/create-botpress-channel.ts';
import type { BotpressChannel } from '../../bot/channels/botpress/create-botpress-channel.ts';
import type { Channel } from '../../bot/channels/channel.ts';
import { createOneBotChannel } from '../../bot/channels/onebot/create-onebot-channel.ts';
import type { OneBotChannel } from '../../bot/channels/onebot/create-onebot-channel.ts';
import { createLinkBook } from '../../bot/channels/link-book.ts';
import { createMailChannel } from '../../bot/channels/mail/create-mail-channel.ts';
import type { MailChannel } from '../../bot/channels/mail/create-mail-channel.ts';
import { createWebChannel } from '../../bot/channels/web/create-web-channel.ts';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { TelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import { createWecomSender } from '../../bot/channels/wecom/sender.ts';
import { createAssistedAnswers } from '../../bot/engine/assisted-answers.ts';
import type { AssistedAnswers } from '../../bot/engine/assisted-answers.ts';
import { createEngine } from '../../bot/engine/create-engine.ts';
import { createStaffSide } from '../../bot/tickets/staff-side.ts';
import { createOutsideActions } from '../../bot/engine/outside-actions.ts';
import type { EnginePorts } from '../../bot/engine/ports.ts';
import { createAlike } from '../../knowledge/misses/alike.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { newOneTimeCode } from '../one-time-code.ts';
import type { Settings } from '../settings.ts';
import { withLinks } from '../settings-mail.ts';
import { engineOf, outsideActionsOf } from './latest.ts';
import type { LivePacks } from './live-packs.ts';
import { loadAnswerer } from './load-answerer.ts';
import type { ServedPacks } from './served-packs.ts';
import { telegramAccess } from './telegram-access.ts';
import { systemClock } from './system-clock.ts';
import { byChannel } from './by-channel.ts';
import type { Senders } from './by-channel.ts';
import { createWebTrial } from './trial.ts';

export interface Doors {
  web: ReturnType<typeof createWebChannel>;
  telegram: TelegramChannel | null;
  botpress: BotpressChannel | null;
  mail: MailChannel | null;
  onebot: OneBotChannel | null;
  /** Only leads out: into groups of WeCom. */
  wecom: MessageSender | null;
  /** What the engine answers questions with now. */
  answering: () => Pick<EnginePorts, 'answerer' | 'alike' | 'pack'>;
}

/** The engine, and the channels that speak through it. Nothing is running yet. */
export async function createDoors(
  settings: Settings,
  log: Logger,
  { stores, packs, commands }: { stores: Stores; packs: LivePacks; commands: EnrollmentCommands },
): Promise<Doors> {
  let doors: Doors | null = null;
  const { pack } = packs;
  const staffSide = createStaffSide({
    ...{ stores, packId: pack.id, officeHours: settings.officeHours, clock: systemClock, log },
  });
  const mailAccess = withLinks(settings.mail);
  const linkBook = createLinkBook(() => (doors === null ? [] : channelsOf(doors)));
  const mail =
    mailAccess === null
      ? null
      : createMailChannel(mailAccess, stores, (channel) => linkBook.links(channel).privateChat());
  const alike = createAlike(await loadLanguageModel());
  const portsOf = async ({ pack, others }: ServedPacks): Promise<EnginePorts> => ({
    answerer: await loadAnswerer(pack, others),
    pack,
    otherPacks: others,
    stores,
    commands,
    clock: systemClock,
    log,
    ...linkBook,
    ...(mail === null ? {} : { mail: mail.port }),
    isGroupAdmin: async (message) => {
      const withAdmins = [doors?.telegram, doors?.onebot];
      const door = withAdmins.find((one) => one?.name === message.channel);
      return (await door?.isGroupAdmin(message)) ?? false;
    },
    settings: { mode: settings.mode, officeHours: settings.officeHours },
    tell: async ({ channel, privateChatId }, message) => {
      const sender = doors === null ? undefined : sendersOf(doors)[channel];
      if (privateChatId !== null) await sender?.send(privateChatId, message);
    },
    newId: randomUUID,
    newCode: newOneTimeCode,
    ...assistance(settings, pack, log),
    alike,
  });
  const served = await packs.derive(async (one) => {
    const ports = await portsOf(one);
    return { ports, engine: createEngine(ports), actions: createOutsideActions(ports) };
  });
  const engine = engineOf(() => served().engine);
  const trial =
    settings.mode === 'trial' ? await createWebTrial(stores, pack, commands, systemClock, randomUUID) : null;
  const web = createWebChannel({ stores, engine, trial, clock: systemClock, log });
  const telegram =
    settings.telegram === null
      ? null
      : createTelegramChannel({
          ...settings.telegram,
          ...telegramAccess(settings.telegram),
          publicUrl: settings.publicUrl,
          engine,
          stores,
          log,
          desk: { stores, staffSide, now: () => systemClock.now() },
        });
  const botpress =
    settings.botpress === null
      ? null
      : createBotpressChannel({
          ...{ engine, stores, log },
          ...settings.botpress,
          actions: outsideActionsOf(() => served().actions),
        });
  const onebot =
    settings.onebot === null ? null : createOneBotChannel({ engine, stores, log, ...settings.onebot });
  const wecom = settings.wecom === null ? null : createWecomSender(settings.wecom, systemClock);
  doors = { web, telegram, botpress, mail, onebot, wecom, answering: () => served().ports };
  return doors;
}

/** Every door that people come in by; a link for an invitation is taken from the first that has one. */
const channelsOf = ({ web, telegram, botpress, onebot }: Doors): Channel[] => [
  ...(telegram === null ? [] : [telegram]),
  web,
  ...(botpress === null ? [] : [botpress]),
  ...(onebot === null ? [] : [onebot]),
];

/** Of a process whose doors are open: an open page shows at once what is sent. */
export const sendersOf = (doors: Doors): Senders =>
  byChannel([
    ...channelsOf(doors).map(({ sender }) => sender),
    ...[doors.mail?.sender, doors.wecom].filter((sender) => sender != null),
  ]);

/** Off unless the settings name a language model. */
function assistance(
  { languageService }: Settings,
  pack: PolicyPack,
  log: Logger,
): { assistance?: AssistedAnswers } {
  if (languageService === null) return {};
  const service = createLanguageService(languageService, { pack, clock: systemClock, log });
  return { assistance: createAssistedAnswers({ service, clock: systemClock }) };
}
