import { afterEach, beforeEach, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import { runTellingAskers } from '../../cli/app/tell-askers.ts';
import { createFakeSender } from '../support/fake-sender.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(() => temp.dispose());

it('tells an asker once, also of what was answered while it did not run or in another process', async () => {
  const { questions, identities } = temp.stores;
  await identities.upsertIdentity({ channel: 'web', externalUserId: 'a', privateChatId: 'chat-a' });
  const noted = await questions.note(
    {
      ...{ packId: 'p', locale: 'zh-CN', text: '可以退保吗', eventId: 'e' },
      madeOf: { kind: 'handedOver', subject: 'withdraw' },
      asker: { channel: 'web', externalUserId: 'a' },
    },
    () => null,
  );
  await questions.answer(noted?.groupId ?? 0, '可以', 'cli');
  // A run that was killed in the middle of sending.
  const [waiting] = await questions.waitingToBeTold(1);
  await questions.beginTelling(waiting?.askId ?? 0, -1_000);

  const web = createFakeSender('web');
  const stop = runTellingAskers({ stores: temp.stores, senders: { web }, log: silent });
  await until(() => web.sent.length > 0);
  await stop();
  expect(web.sent).toHaveLength(1);
  expect(web.sent[0]?.message.paragraphs[0]).toContain('补发');
  expect(await questions.waitingToBeTold(10)).toEqual([]);
});

it('lets nobody wait for a channel that is away', async () => {
  const { questions, identities } = temp.stores;
  for (const [channel, text] of [
    ['onebot', '可以退保吗'],
    ['web', '能不能换银行'],
  ] as const) {
    await identities.upsertIdentity({ channel, externalUserId: 'a', privateChatId: `chat-${channel}` });
    const noted = await questions.note(
      {
        ...{ packId: 'p', locale: 'zh-CN', text, eventId: channel },
        madeOf: { kind: 'handedOver', subject: 'withdraw' },
        asker: { channel, externalUserId: 'a' },
      },
      () => null,
    );
    await questions.answer(noted?.groupId ?? 0, '可以', 'cli');
  }
  const [onebot, web] = [createFakeSender('onebot'), createFakeSender('web')];
  onebot.send = () => Promise.reject(new SendError({ fate: 'notSent', code: 'network' }));
  const stop = runTellingAskers({ stores: temp.stores, senders: { onebot, web }, log: silent });
  await until(() => web.sent.length > 0);
  await stop();
  expect(web.sent).toHaveLength(1);
  // Whose channel is away still waits.
  expect(await questions.waitingToBeTold(10)).toHaveLength(1);
});
