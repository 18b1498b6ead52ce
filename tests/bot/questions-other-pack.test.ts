import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

const unknown = '买方信用限额怎么申请';

let answerer: PolicyAnswerer;
let office: EngineOffice;
let li: Person;
beforeAll(async () => {
  answerer = await loadAnswerer(await loadPack('jiangsu-2022'), [await loadPack('example-2026')]);
});
beforeEach(async () => {
  office = await openEngineOffice({ answering: () => answerer });
  li = await office.staff('老李');
});
afterEach(() => office.dispose());

const open = () => office.stores.questions.open(office.pack.id, 10);

/** Talks about the other pack first, so that the question itself names none. */
async function asksOfTheOther(name: string): Promise<Person> {
  const person = office.person(name);
  await person.says('示例省的赔付比例');
  await person.says(unknown);
  return person;
}

describe('a question on another pack than the office’s', () => {
  it('says so to staff, and is not one with the same question on their own', async () => {
    await asksOfTheOther('小王');
    await office.person('小陈').says(unknown);
    expect((await open()).map(({ otherPackId, count }) => [otherPackId, count]).sort()).toEqual([
      [null, 1],
      ['example-2026', 1],
    ]);
    expect((await li.says('/questions')).text.match(/example-2026/g)).toHaveLength(1);
  });

  it('has its kept answer given only to who asks of that pack', async () => {
    await asksOfTheOther('小王');
    await li.says(`/answer ${(await open())[0]?.id} 请问示例省的办公室。 --keep`);
    expect((await office.person('小陈').says(unknown)).text).not.toContain('请问示例省的办公室');
    const again = await asksOfTheOther('小周');
    expect((await again.says(unknown)).text).toContain('请问示例省的办公室');
  });

  it('keeps its pack when the answer was no use', async () => {
    const wang = office.person('小王');
    await wang.says('示例省的赔付比例');
    await wang.taps('👎 没用');
    expect(await open()).toMatchObject([{ otherPackId: 'example-2026', madeOf: { kind: 'foundUseless' } }]);
  });
});
