import { describe, expect, it } from 'vitest';
import type { Update } from 'node-telegram-bot-api/types';
import type { InboundUpdate } from '../../activities/ports/store.ts';
import { createIntake } from '../../bot/channels/telegram/intake.ts';
import { groupText, me, mentioning, privateText } from '../support/telegram-updates.ts';

describe('what is stored of updates', () => {
  it('is nothing of what people say to one another in a group', async () => {
    const stored: InboundUpdate[] = [];
    const handled: string[] = [];
    const silent = (): void => undefined;
    const intake = createIntake({
      inbound: {
        accept: async (channel, externalId, payload) => {
          stored.push({ id: stored.length + 1, channel, externalId, payload });
          return stored.at(-1) ?? null;
        },
        markProcessed: async () => undefined,
        unprocessed: async () => [],
      },
      log: { debug: silent, info: silent, warn: silent, error: silent },
      handle: async (projected) => void handled.push(projected.kind),
    });
    const asked = mentioning('@tongbao_bot', '@tongbao_bot 费用是多少');
    const updates = [
      groupText(5, '老张，我的手机换成13912345678了'),
      groupText(5, asked.text, asked),
      privateText(5, '你好'),
    ];
    for (const [index, update] of updates.entries())
      await intake.accept({ update_id: 100 + index, ...update } as unknown as Update, me);
    await intake.close();
    expect(stored.map((s) => s.externalId)).toEqual(['101', '102']);
    expect(JSON.stringify(stored)).not.toContain('13912345678');
  });
});
