import { groupDefaults } from '../../activities/ports/groups.ts';
import type { AskContext } from '../../knowledge/answering/types.ts';
import type { InboundMessage } from '../model.ts';
import { unreadIn } from './attachments.ts';
import { cleanText } from './clean-text.ts';
import { asksReasonOrWay } from './firm-questions.ts';
import { groupAdds, groupAddsCity, groupAnswers, groupRule, groupSays } from './group-message.ts';
import type { GroupMessage, GroupPlace, GroupResult, PolicyQuestion } from './group-message.ts';
import { groupToast } from './group-sentences.ts';
import type { GroupSentence } from './group-sentences.ts';
import type { ChosenForGroup } from './groups/chosen.ts';
import { packContext } from './groups/pack-context.ts';
import { inTalk } from './in-talk.ts';
import { knownNames } from './known-names.ts';
import { localeFor, localeOf } from './locale.ts';
import type { GroupPorts } from './ports.ts';
import { ofText, recognise } from './recognise.ts';
import type { Intent, Reading } from './recognise.ts';

const silent: GroupResult = { replies: [], toast: null };

/**
 * The group chat: policy only. What this function closes over holds no firm, no contact and no command, and its result can
 * hold only messages that are made of policy, so nothing about a firm can be said here, whatever is asked.
 */
export function createGroupHandler(
  ports: GroupPorts,
): (message: InboundMessage, before?: AskContext, chosen?: ChosenForGroup) => GroupResult {
  const reading: Reading = { knownNames: knownNames(ports.pack) };

  return (message, turn, chosen = { ...groupDefaults, pack: ports.pack }) => {
    if (!message.addressed && message.callback === null) return silent;
    const text = cleanText(message.text);
    const place = { locale: localeFor(message), links: ports.links(message.channel) };
    const before = packContext(chosen.packId, turn);
    const context = { ports, reading, before, chosen, text, place };
    const intent = inTalk(recognise(message, reading), message, before, ports.answerer);
    const [kind] = unreadIn(message);
    if (kind === undefined) return inGroup(context, intent);
    if (intent.kind === 'empty') return said(groupSays(place, [kind]));
    const result = inGroup(context, intent);
    const replies = result.replies.map((reply) => ({
      ...reply,
      message: groupAdds(reply.message, place.locale, ['textOnlyRead']),
    }));
    return { ...result, replies };
  };
}

interface GroupContext {
  ports: GroupPorts;
  reading: Reading;
  before: AskContext | undefined;
  chosen: ChosenForGroup;
  /** What was said, or asked after /ask. */
  text: string;
  place: GroupPlace;
}

function inGroup(context: GroupContext, intent: Intent): GroupResult {
  const { ports, reading, before, chosen, text, place } = context;
  const { answerer } = ports;
  const say = (...sentences: GroupSentence[]): GroupResult => said(groupSays(place, sentences));
  const inPrivate: GroupSentence =
    place.links.privateChat() === null ? 'firmInPrivateNoLink' : 'firmInPrivate';

  switch (intent.kind) {
    case 'empty':
      return say('help');
    case 'unknownCommand':
      return silent;
    case 'staleButton':
      return { replies: [], toast: groupToast(place.locale, 'stale') };
    case 'callback':
      return intent.callback.verb === 'topic'
        ? answered(context, {
            topic: intent.callback.topic,
            packId: intent.callback.pack ?? chosen.packId ?? undefined,
          })
        : { ...say(inPrivate), toast: groupToast(place.locale, 'firmInPrivate') };
    case 'code':
      return say('codeInGroup');
    case 'staffCommand':
      return say('staffInPrivate');
    case 'firm':
      return say(inPrivate);
    case 'status': {
      if (!asksReasonOrWay(text)) return say(inPrivate);
      const rule = groupRule(answerer, { ask: text }, place, { whole: false, sentences: [inPrivate] });
      return { ...said(rule.message), talkedOf: rule.answer };
    }
    case 'person':
      return say('help');
    case 'eligibility':
      return ownEligibility(context);
    case 'question': {
      const result = answered(context, { ask: intent.text, before });
      return result.talkedOf === undefined
        ? result
        : { ...result, asked: { text: intent.text, answer: result.talkedOf, locale: place.locale } };
    }
    case 'command':
      switch (intent.name) {
        case 'help':
        case 'person':
        case 'close':
        case 'reopen':
          return say('help');
        case 'start':
        case 'link':
          return say(intent.args === '' ? 'help' : 'codeInGroup');
        case 'status':
        case 'steps':
        case 'me':
        case 'stop':
        case 'resume':
        case 'language':
        case 'decline':
        case 'contacts':
        case 'leave':
        case 'mydata':
        case 'erase':
        case 'mail':
          return say(inPrivate);
        case 'settings':
          // Carried out before this where groups have settings.
          return say('settingsNotHere');
        case 'eligible':
          return ownEligibility(context);
        case 'ask': {
          if (intent.args === '') return said(groupSays(place, ['emptyAsk'], { withLink: false }));
          const asked = ofText(intent.args, reading);
          // What follows /ask is a question; a command in words there is not one.
          return inGroup(
            {
              ...context,
              text: intent.args,
              place: { ...place, locale: localeOf(intent.args, place.locale) },
            },
            asked.kind === 'command' ? { kind: 'question', text: intent.args } : asked,
          );
        }
      }
  }
}

const said = (message: GroupMessage): GroupResult => ({
  replies: [{ kind: 'reply', message }],
  toast: null,
});

function answered({ ports, place, chosen }: GroupContext, question: PolicyQuestion): GroupResult {
  const { message, answer } = groupAnswers(ports.answerer, question, place);
  return { ...said(groupAddsCity(message, answer, chosen, place.locale)), talkedOf: answer };
}

/** The rule is everybody's; what it makes of one firm is for the private chat. */
const ownEligibility = ({ ports, place, chosen }: GroupContext): GroupResult =>
  said(
    groupRule(ports.answerer, { topic: 'eligibility', packId: chosen.packId ?? undefined }, place, {
      whole: true,
      sentences: ['ownEligibility'],
    }).message,
  );
