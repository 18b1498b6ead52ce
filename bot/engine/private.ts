import { textsFor } from '../../knowledge/locales/index.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import { isOfTicket } from '../../knowledge/ticket-callbacks.ts';
import { isWish } from '../../knowledge/wish-callbacks.ts';
import type { Handling, HandleResult, InboundMessage } from '../model.ts';
import type { AskContext } from '../../knowledge/answering/types.ts';
import { auditOnce } from './audit-once.ts';
import { unreadIn } from './attachments.ts';
import { cleanText } from './clean-text.ts';
import { shanghaiYear } from './dates.ts';
import { loadDialogue, saveDialogue } from './dialogue.ts';
import type { Dialogue } from './dialogue.ts';
import { answerTopic, ask, topicOfLink } from './handlers/ask.ts';
import { chooseCorrection, correctStep } from './handlers/correct-step.ts';
import { eligibility, startOrGoOn } from './handlers/eligibility.ts';
import { tappedAnswer, typedAnswer } from './handlers/eligibility-answer.ts';
import { confirmAddress } from './handlers/mail/confirm-address.ts';
import { ownAddress } from './handlers/mail/own-address.ts';
import { greet, help } from './handlers/help.ts';
import { askWithStanding, ownEligibility, statusWithRule } from './handlers/policy-and-status.ts';
import { whoSees } from './handlers/people/contacts.ts';
import { offerLeave } from './handlers/people/leave.ts';
import { offerErase, ownData } from './handlers/people/own-data.ts';
import { rateAnswer } from './handlers/rate-answer.ts';
import { link } from './handlers/link.ts';
import { unlinkedSteps } from './handlers/unlinked-steps.ts';
import { ownWordsOrQuestion } from './handlers/own-words.ts';
import { chooseStep, reportStep } from './handlers/report-step.ts';
import { snooze } from './handlers/snooze.ts';
import { decideChange } from './handlers/staff/decide-change.ts';
import { campaignButton } from './handlers/staff/remind-decide.ts';
import { staffCommand } from './handlers/staff/staff-command.ts';
import { namedFirm } from './handlers/named-firm.ts';
import { chooseAnother } from './handlers/own-firm.ts';
import { status } from './handlers/status.ts';
import { stepHelp } from './handlers/step-help.ts';
import { offerDecline } from './handlers/wishes/decline.ts';
import { chooseLanguage } from './handlers/wishes/language.ts';
import { resumeReminders } from './handlers/wishes/resume-reminders.ts';
import { settings } from './handlers/wishes/settings.ts';
import { stopReminders } from './handlers/wishes/stop-reminders.ts';
import { closeOrReopen, tappedTicket, wantPerson } from './tickets/in-private.ts';
import { whileTicketIsOpen } from './tickets/while-open.ts';
import { tappedWish } from './handlers/wishes/tapped-wish.ts';
import { nextReminder } from './handlers/trial-clock.ts';
import { knownNames } from './known-names.ts';
import { localeFor } from './locale.ts';
import { asksStatus } from './own-standing.ts';
import { bareMailCode } from './mail-words.ts';
import { isWishInWords } from './own-words.ts';
import type { EnginePorts } from './ports.ts';
import type { PrivateContext } from './private-context.ts';
import { recognise } from './recognise.ts';
import type { Intent } from './recognise.ts';
import { say } from './replies.ts';
import { inTalk } from './in-talk.ts';
import { takesTurn } from './takes-turn.ts';
import { watchedCommands } from './watched-commands.ts';

/** The private chat: who asks is known, and each handler checks what that person may see. */
export function createPrivateHandler(
  ports: EnginePorts,
): (message: InboundMessage, before?: AskContext, handling?: Handling) => Promise<HandleResult> {
  const names = knownNames(ports.pack);

  return async (message, before, handling) => {
    const { commands, isUnsettled, isUnreached } = watchedCommands(ports.commands);
    const result = await answer({ ...ports, commands }, message, before, handling);
    return {
      ...result,
      ...(isUnsettled() ? { unsettled: true } : {}),
      ...(isUnreached() ? { unreached: true } : {}),
    };
  };

  async function answer(
    ports: EnginePorts,
    message: InboundMessage,
    before: AskContext | undefined,
    { turn, waited }: Handling = {},
  ): Promise<HandleResult> {
    const context = await contextOf(ports, message, before, waited === true);
    const now = ports.clock.now();
    const intent = inTalk(
      recognise(message, { knownNames: names, currentYear: shanghaiYear(now) }),
      message,
      before,
      ports.answerer,
    );
    const running = await loadDialogue(ports.stores.conversations, context.identity, now);
    const mailCode = running?.asking == null ? bareMailCode(message.text) : null;
    if (mailCode !== null && (await ports.stores.mail.awaitsCode(context.identity.id, now.toISOString()))) {
      return confirmAddress(context, mailCode);
    }
    if (
      running !== null &&
      running.asking !== null &&
      (intent.kind === 'question' || intent.kind === 'eligibility') &&
      !isWishInWords(cleanText(message.text))
    ) {
      return typedAnswer(context, { ...running, asking: running.asking }, cleanText(message.text));
    }
    // Another matter ends the questions; a tapped topic in between does not.
    const asked = running?.asking ?? null;
    if (asked !== null && intent.kind !== 'callback' && intent.kind !== 'empty') {
      await saveDialogue(ports.stores.conversations, context.identity, null);
    }
    return whileTicketIsOpen(context, intent, async () =>
      turn !== undefined && takesTurn(intent) && !(await turn())
        ? { ...say(context.texts.bot.afterEarlier), unsettled: true }
        : route(context, intent, running),
    );
  }
}

async function contextOf(
  ports: EnginePorts,
  message: InboundMessage,
  before: AskContext | undefined,
  waited: boolean,
): Promise<PrivateContext> {
  const { channel, externalId, sender, chat } = message;
  const identity = await ports.stores.identities.upsertIdentity({
    channel,
    externalUserId: sender.externalUserId,
    ...(chat.answersOnly === true ? {} : { privateChatId: chat.id }),
    locale: sender.locale,
    // What was said a while ago says nothing of a block since.
    ...(waited ? { leavesBlock: true } : {}),
  });
  const locale = localeFor(message, identity.locale);
  const eventId = `${channel}:${externalId}`;
  const audit = auditOnce(ports.stores.audit, eventId);
  return {
    ports: { ...ports, stores: { ...ports.stores, audit } },
    message,
    identity,
    staff: await ports.stores.identities.staffOf(identity.id),
    locale,
    texts: textsFor(locale),
    before,
    eventId,
  };
}

async function route(
  context: PrivateContext,
  intent: Intent,
  running: Dialogue | null,
): Promise<HandleResult> {
  const { bot } = context.texts;
  switch (intent.kind) {
    case 'callback':
      return tapped(
        ofEnrollment(context, intent.callback),
        await withCurrentCode(context.ports, intent.callback),
        running,
      );
    case 'staleButton':
      return { ...say(bot.staleButton), toast: bot.staleButtonToast };
    case 'unknownCommand':
      return say(bot.unknownCommand);
    case 'empty': {
      const [kind] = unreadIn(context.message);
      return say(kind === undefined ? bot.textOnly : context.texts.doors.unreadable[kind]);
    }
    case 'code':
      return link(context, intent.code);
    case 'status':
      return statusWithRule(context, cleanText(context.message.text));
    case 'firm':
      return intent.uscc === null
        ? namedFirm(context)
        : status(context, await context.ports.stores.firmMoves.currentCode(intent.uscc));
    case 'eligibility':
      return (
        (Object.keys(intent.given).length === 0 && running === null ? await ownEligibility(context) : null) ??
        eligibility(context, intent.given)
      );
    case 'person':
      return wantPerson(context, intent.about);
    case 'question':
      return ownWordsOrQuestion(context, intent.text);
    case 'staffCommand':
      return staffCommand(context, intent.name, intent.args);
    case 'command':
      return commanded(context, intent.name, intent.args);
  }
}

/** A button acts on the enrollment that it was shown for, though the office has gone on to another year since. */
const ofEnrollment = (context: PrivateContext, callback: Callback): PrivateContext =>
  'uscc' in callback && 'pack' in callback ? { ...context, packId: callback.pack } : context;

/** A button under an older message may name a firm by a code that it has no more. */
async function withCurrentCode({ stores }: EnginePorts, callback: Callback): Promise<Callback> {
  if (!('uscc' in callback) || callback.uscc === null) return callback;
  return { ...callback, uscc: await stores.firmMoves.currentCode(callback.uscc) };
}

async function commanded(
  context: PrivateContext,
  name: Extract<Intent, { kind: 'command' }>['name'],
  args: string,
): Promise<HandleResult> {
  switch (name) {
    case 'start':
      return args === '' ? greet(context) : (topicOfLink(context, args) ?? link(context, args));
    case 'link':
      return link(context, args);
    case 'help':
      return help(context);
    case 'status':
      return status(context, args === '' ? null : args.toUpperCase());
    case 'steps':
      return (await isLinked(context)) ? chooseStep(context, null) : unlinkedSteps(context);
    case 'me':
    case 'settings':
      return settings(context);
    case 'stop':
      return stopReminders(context);
    case 'resume':
      return resumeReminders(context);
    case 'language':
      return chooseLanguage(context);
    case 'decline':
      return offerDecline(context);
    case 'person':
      return wantPerson(context, context.message.command?.args ?? args);
    case 'close':
    case 'reopen':
      return closeOrReopen(context, name, args);
    case 'contacts':
      return whoSees(context);
    case 'leave':
      return offerLeave(context);
    case 'mydata':
      return ownData(context);
    case 'erase':
      return offerErase(context);
    case 'mail':
      return ownAddress(context, args);
    case 'eligible':
      return eligibility(context, {});
    case 'ask':
      if (args === '') return ask(context, args);
      return asksStatus(args) ? statusWithRule(context, args) : askWithStanding(context, args);
  }
}

async function tapped(
  context: PrivateContext,
  callback: Callback,
  running: Dialogue | null,
): Promise<HandleResult> {
  if (isWish(callback)) return tappedWish(context, callback);
  if (isOfTicket(callback)) return tappedTicket(context, callback);
  switch (callback.verb) {
    case 'status':
      return status(context, callback.uscc);
    case 'anotherFirm':
      return chooseAnother(context);
    case 'steps':
      return chooseStep(context, callback.uscc);
    case 'report':
      return reportStep(context, callback.uscc, callback.step);
    case 'corrections':
      return chooseCorrection(context, callback.uscc);
    case 'correct':
      return correctStep(context, callback.uscc, callback.step);
    case 'help':
      return stepHelp(context, callback.uscc);
    case 'snooze':
      return snooze(context, callback.uscc, callback.workingDays);
    case 'nextReminder':
      return nextReminder(context, callback.uscc);
    case 'group':
      return { replies: [], toast: context.texts.groups.settings.groupsOnly };
    case 'topic':
      return answerTopic(context, callback.topic, callback.pack);
    case 'useful':
      return rateAnswer(context, callback.ref, callback.useful);
    case 'eligibility':
      return callback.answer === 'start'
        ? startOrGoOn(context)
        : tappedAnswer(context, running, callback.answer);
    case 'campaign':
      return campaignButton(context, callback.campaignId, callback.action);
    case 'official':
      return decideChange(context, 'terminate', callback);
    case 'correction':
      return decideChange(context, 'correct', callback);
  }
}

const isLinked = async ({ ports, identity }: PrivateContext): Promise<boolean> =>
  (await ports.stores.identities.linkedFirms(identity.id)).length > 0;
