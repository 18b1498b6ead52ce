/** What the bot makes of a text while a ticket of its sender is open. */
export interface Reading {
  /** The pack answers every part of it. */
  answered: boolean;
  /** How probable it is that this is right, 0 to 1. */
  confidence: number;
  /** The topic that it is about, or null. */
  topic: string | null;
}

/** Below this the bot might be wrong, and the staff are there anyway. */
const sureFrom = 0.8;

const question =
  /[?？]|吗|么|呢$|多少|怎么|怎样|如何|哪|什么|啥|几[个天年]|多久|多长|是否|能不能|可不可以|要不要|有没有|\b(what|how|when|where|which|who|why|can|could|do|does|is|are|must)\b/i;

/**
 * While a ticket is open, a text is for the staff, and the bot is silent. It answers only what is beyond doubt a question
 * about the policy, and of another matter than the ticket's: 赔付比例是多少 needs no person.
 */
export const isForBot = (text: string, reading: Reading, ticket: { matter: string | null }): boolean =>
  reading.answered &&
  reading.confidence >= sureFrom &&
  reading.topic !== null &&
  reading.topic !== ticket.matter &&
  question.test(text);
