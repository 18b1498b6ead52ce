import { expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { replyTo } from '../../knowledge/answering/reply.ts';
import type { SubjectId } from '../../knowledge/answering/subjects.ts';

const pack = await loadPack('jiangsu-2022');
const handedOver = (subject: SubjectId, locale: 'zh-CN' | 'en'): string =>
  replyTo(pack, { outcome: 'handoff', subject, near: [] }, locale).text;

it('names people and the group in English with the original name beside, as the answers do', () => {
  const text = handedOver('claims', 'en');
  for (const { name, city, phone } of pack.contacts.operation)
    expect(text).toContain(`${pack.glosses[name]} (${name}), ${pack.glosses[city]}, ${phone}`);
  const group = pack.qqGroup;
  expect(group).not.toBeNull();
  if (group !== null) expect(text).toContain(`${pack.glosses[group.name]} (${group.name}) ${group.number}`);
});

it('leaves the Chinese names as they are', () => {
  const text = handedOver('claims', 'zh-CN');
  for (const { name, city } of pack.contacts.operation) expect(text).toContain(`${city}的${name}`);
});

it.each(['zh-CN', 'en'] as const)(
  'names nobody of this place for another one, but does for another year (%s)',
  (locale) => {
    for (const { phone } of pack.contacts.operation) {
      expect(handedOver('other-region', locale)).not.toContain(phone);
      expect(handedOver('other-year', locale)).toContain(phone);
    }
  },
);
