import { z } from 'zod';
import type { BotpressCall } from './contract.ts';

const operations = ['event_received', 'register', 'unregister', 'ping', 'action_triggered'] as const;

const headers = z.object({
  'x-bot-id': z.string().min(1),
  'x-bp-operation': z.enum(operations),
  'x-bp-type': z.string().min(1),
  'x-bp-configuration': z.string().refine((text) => isJson(Buffer.from(text, 'base64').toString('utf8'))),
});

/** What the vendor's kit would throw over is looked at first: a stranger's call is told apart from a fault of ours. */
export function readCall(call: BotpressCall): { botId: string } | null {
  const { data } = headers.safeParse(call.headers);
  if (data === undefined) return null;
  const hasBody = ['event_received', 'action_triggered'].includes(data['x-bp-operation']);
  return hasBody && !isJson(call.body) ? null : { botId: data['x-bot-id'] };
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
