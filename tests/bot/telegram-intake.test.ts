import { expect, it } from 'vitest';
import type { Update } from 'node-telegram-bot-api/types';
import { projectUpdate } from '../../bot/channels/telegram/project-update.ts';
import { toBeStored } from '../../bot/channels/telegram/to-be-stored.ts';
import { groupText, me, mentioning, privateText } from '../support/telegram-updates.ts';

it('stores nothing of what people say to one another in a group', async () => {
  const silent = (): void => undefined;
  const ports = { engine: {}, log: { debug: silent, info: silent, warn: silent, error: silent } };
  const asked = mentioning('@tongbao_bot', '@tongbao_bot 费用是多少');
  const updates = [
    groupText(5, '老张，我的手机换成13912345678了'),
    groupText(5, asked.text, asked),
    privateText(5, '你好'),
  ];
  const stored = await Promise.all(
    updates.map((update, index) =>
      toBeStored(projectUpdate({ update_id: index, ...update } as unknown as Update, me), ports),
    ),
  );
  expect(stored.map((wanted) => wanted !== null)).toEqual([false, true, true]);
});
