import { expect, it } from 'vitest';
import type { Update } from 'node-telegram-bot-api/types';
import { isWanted } from '../../bot/channels/telegram/handle-projected.ts';
import { projectUpdate } from '../../bot/channels/telegram/project-update.ts';
import { groupText, me, mentioning, privateText } from '../support/telegram-updates.ts';

it('wants nothing of what people say to one another in a group', () => {
  const asked = mentioning('@tongbao_bot', '@tongbao_bot 费用是多少');
  const updates = [
    groupText(5, '老张，我的手机换成13912345678了'),
    groupText(5, asked.text, asked),
    privateText(5, '你好'),
  ];
  const wanted = updates.map((update, index) =>
    isWanted(projectUpdate({ update_id: index, ...update } as unknown as Update, me)),
  );
  expect(wanted).toEqual([false, true, true]);
});
