import type { ShownCall } from './record.ts';

type Condition = 'blocked' | 'deactivated' | 'notFound' | 'moved';

interface Refusal {
  fault: ShownCall['fault'];
  code: number;
  description: string;
  parameters?: object;
}

/** Whom a message cannot reach, and why. */
export interface People {
  become(chat: string, condition: Condition | null): void;
  conditionOf(chat: string): Condition | null;
  /** A moved chat is called under its new ID; the record keeps the first one. */
  firstIdOf(chatId: string): string;
  /** Null for a chat that takes messages. `calledAs`: the ID that was called. */
  answerOf(chat: string, calledAs: string): Refusal | null;
}

const movedBy = 1_000_000_000;

export function createPeople(): People {
  const conditions = new Map<string, Condition>();
  const newIdOf = (chat: string): string => String(Number(chat) + movedBy);
  return {
    become(chat, condition) {
      if (condition === null) conditions.delete(chat);
      else conditions.set(chat, condition);
    },
    conditionOf: (chat) => conditions.get(chat) ?? null,
    firstIdOf: (chatId) => (Number(chatId) > movedBy ? String(Number(chatId) - movedBy) : chatId),
    answerOf(chat, calledAs) {
      const fault = conditions.get(chat);
      switch (fault) {
        case undefined:
          return null;
        case 'blocked':
          return { fault, code: 403, description: 'Forbidden: bot was blocked by the user' };
        case 'deactivated':
          return { fault, code: 403, description: 'Forbidden: user is deactivated' };
        case 'notFound':
          return { fault, code: 400, description: 'Bad Request: chat not found' };
        case 'moved': {
          if (calledAs !== chat) return null;
          const parameters = { migrate_to_chat_id: Number(newIdOf(chat)) };
          const description = 'Bad Request: group chat was upgraded to a supergroup chat';
          return { fault, code: 400, description, parameters };
        }
      }
    },
  };
}
