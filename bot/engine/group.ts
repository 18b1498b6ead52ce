import { textsFor } from '../../knowledge/locales/index.ts';
import type { Button } from '../../knowledge/message.ts';
import type { AskContext, Locale } from '../../knowledge/answering/types.ts';
import type { HandleResult, InboundMessage } from '../model.ts';
import { cleanText } from './clean-text.ts';
import { asksReasonOrWay } from './firm-questions.ts';
import { answerMessage } from './handlers/answer-message.ts';
import { ruleIn, shortly, withRule } from './in-group-answer.ts';
import { inTalk } from './in-talk.ts';
import { localeFor, localeOf } from './locale.ts';
import type { GroupPorts } from './ports.ts';
import { knownNames } from './known-names.ts';
import { ofText, recognise } from './recognise.ts';
import type { Intent, Reading } from './recognise.ts';
import { nothing, reply, say } from './replies.ts';

/**
 * The group chat: policy only. What this function closes over holds no firm, no contact and no command, so nothing
 * about a firm can be said here, whatever is asked.
 */
export function createGroupHandler(
  ports: GroupPorts,
): (message: InboundMessage, before?: AskContext) => HandleResult {
  const reading: Reading = { knownNames: knownNames(ports.pack) };

  return (message, before) => {
    if (!message.addressed && message.callback === null) return nothing;
    const text = cleanText(message.text);
    const locale = localeFor(message);
    return inGroup(
      { ports, reading, before, text },
      inTalk(recognise(message, reading), message, before, ports.answerer),
      locale,
    );
  };
}

interface GroupContext {
  ports: GroupPorts;
  reading: Reading;
  before: AskContext | undefined;
  /** What was said, or asked after /ask. */
  text: string;
}

function inGroup(context: GroupContext, intent: Intent, locale: Locale): HandleResult {
  const { ports, reading, before, text } = context;
  const texts = textsFor(locale).bot;
  const toPrivate = privateButton(ports, locale);
  const firmInPrivate = (): HandleResult =>
    say(toPrivate.length > 0 ? texts.group.firmInPrivate : texts.group.firmInPrivateNoLink, toPrivate);

  switch (intent.kind) {
    case 'empty':
      return say(texts.helpGroup, toPrivate);
    case 'unknownCommand':
      return nothing;
    case 'staleButton':
      return { replies: [], toast: texts.staleButtonToast };
    case 'callback':
      return intent.callback.verb === 'topic'
        ? shortly(
            ports,
            ports.answerer.answerTopic(intent.callback.topic, locale, intent.callback.pack),
            locale,
          )
        : { ...firmInPrivate(), toast: texts.group.firmInPrivateToast };
    case 'code':
      return say(texts.group.codeInGroup, toPrivate);
    case 'staffCommand':
      return say(texts.group.staffInPrivate, toPrivate);
    case 'firm':
      return firmInPrivate();
    case 'status':
      return asksReasonOrWay(text)
        ? withRule(firmInPrivate(), ruleIn(ports, text, locale), locale)
        : firmInPrivate();
    case 'person':
      return say(texts.helpGroup, toPrivate);
    case 'eligibility':
      return ownEligibility(ports, locale);
    case 'question': {
      const answer = ports.answerer.ask(intent.text, locale, before);
      return { ...shortly(ports, answer, locale), asked: { text: intent.text, answer, locale } };
    }
    case 'command':
      switch (intent.name) {
        case 'help':
          return say(texts.helpGroup, toPrivate);
        case 'start':
        case 'link':
          return intent.args === ''
            ? say(texts.helpGroup, toPrivate)
            : say(texts.group.codeInGroup, toPrivate);
        case 'status':
        case 'steps':
        case 'me':
        case 'stop':
        case 'resume':
        case 'language':
        case 'decline':
          return firmInPrivate();
        case 'person':
        case 'close':
        case 'reopen':
          return say(texts.helpGroup, toPrivate);
        case 'eligible':
          return ownEligibility(ports, locale);
        case 'ask': {
          if (intent.args === '') return say(texts.emptyAsk);
          const asked = ofText(intent.args, reading);
          // What follows /ask is a question; a command in words there is not one.
          return inGroup(
            { ...context, text: intent.args },
            asked.kind === 'command' ? { kind: 'question', text: intent.args } : asked,
            localeOf(intent.args, locale),
          );
        }
      }
  }
}

/** The rule is everybody's; what it makes of one firm is for the private chat. */
function ownEligibility(ports: GroupPorts, locale: Locale): HandleResult {
  const rule = answerMessage(ports.answerer.answerTopic('eligibility', locale), locale);
  return reply({
    ...rule,
    paragraphs: [...rule.paragraphs, textsFor(locale).bot.group.ownEligibility],
    buttons: privateButton(ports, locale),
  });
}

function privateButton(ports: GroupPorts, locale: Locale): Button[][] {
  const url = ports.privateChatLink();
  return url === null ? [] : [[{ kind: 'link', label: textsFor(locale).bot.button.privateChat, url }]];
}
