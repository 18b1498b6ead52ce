import type { InboundMessage } from '../model.ts';
import { cleanText } from './clean-text.ts';

/** 这个怎么办, 求解答, “this please”: words that mean nothing but the message that they reply to. */
const pointing: readonly RegExp[] = [
  /^(请|麻烦|帮忙|帮我|求)?(看看|看一下|看下|回答|解答|答|说说)?(一下)?(这个|这条|这|上面(的|这个|这条)?|楼上(的)?)?(问题|消息)?(呢|吗|怎么办|怎么弄|怎么回事|是?什么意思|咋办|咋弄)?[?？!！。.~～\s]*$/u,
  /^(please\s+)?(what about|how about|can you answer|answer|help with|look at|explain|see)?\s*(this|that|it|the above)?(\s+(one|question|message))?(\s+please)?[?!.\s]*$/i,
];

const onlyPoints = (text: string): boolean => pointing.some((form) => form.test(text));

/** A message that only points at the one it replies to asks what that one says. Its words are read, never repeated. */
export function asAsked(message: InboundMessage): InboundMessage {
  const { quoted, command, callback, text } = message;
  if (quoted === undefined || quoted.fromBot || callback !== null || cleanText(quoted.text) === '') {
    return message;
  }
  if (command !== null) {
    return command.name === 'ask' && onlyPoints(cleanText(command.args))
      ? { ...message, command: { ...command, args: quoted.text } }
      : message;
  }
  return onlyPoints(cleanText(text)) ? { ...message, text: quoted.text } : message;
}
