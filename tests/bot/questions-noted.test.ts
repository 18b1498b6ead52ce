import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

const unknown = '买方信用限额怎么申请';

let office: EngineOffice;
let wang: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  wang = office.person('小王');
});
afterEach(() => office.dispose());

const open = () => office.stores.questions.open(office.pack.id, 50);

describe('a question that is handed over', () => {
  it('is noted in the middle of the eligibility questions too, also where it does not look like a question', async () => {
    await wang.says('/eligible');
    const shown = await wang.says('能不能派人上门教操作');
    expect(shown.text).toContain('已经记下来');
    expect(await open()).toMatchObject([{ text: '能不能派人上门教操作', count: 1 }]);
  });

  it('is noted once the store works again for a moment', async () => {
    const { questions } = office.stores;
    const note = questions.note.bind(questions);
    let failures = 2;
    questions.note = (...given) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('busy')) : note(...given);
    };
    expect((await wang.says(unknown)).text).toContain('已经记下来');
    expect(await open()).toHaveLength(1);
  });

  it('keeps the rest of a message when one of its questions cannot be kept', async () => {
    const { questions } = office.stores;
    const note = questions.note.bind(questions);
    questions.note = (miss, choose) =>
      miss.eventId.endsWith(':0') ? Promise.reject(new Error('full')) : note(miss, choose);
    await wang.says(`${unknown}？另外，出险以后怎么索赔？`);
    expect(await open()).toHaveLength(1);
    expect(office.logged).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'questions.notNoted' }),
    );
  });

  it('is not dropped without a word where somebody has too many: the asker and the log are told', async () => {
    await wang.says('/help');
    for (let n = 0; n < 20; n += 1) await noted(n);
    const shown = await wang.says(unknown);
    expect(shown.text).not.toContain('已经记下来');
    expect(shown.text).toContain('直接联系办公室');
    expect(office.logged.map(({ message }) => message)).toContain('questions.tooMany');
    expect((await wang.saysInGroup(unknown)).text).not.toContain('直接联系办公室');
  });

  it('is still counted with others who ask it, however many of one’s own wait', async () => {
    await office.person('小陈').says(unknown);
    await wang.says('/help');
    for (let n = 0; n < 20; n += 1) await noted(n);
    expect((await wang.says(unknown)).text).toContain('已经记下来');
    expect((await open())[0]).toMatchObject({ text: unknown, count: 2 });
  });
});

const noted = (n: number): Promise<unknown> =>
  office.stores.questions.note(
    {
      ...{ packId: office.pack.id, locale: 'zh-CN', text: `别的事情${n}`, eventId: `e${n}` },
      madeOf: { kind: 'handedOver', subject: 'unknown' },
      asker: { channel: 'telegram', externalUserId: wang.externalUserId },
    },
    () => null,
  );
