import type { PackStanding } from '../ports/knowledge-desk.ts';
import { contentOf, hashOf, shippedOf } from './contents.ts';
import type { ReadPorts } from './contents.ts';

export async function standingOf(ports: ReadPorts, packId: string): Promise<PackStanding> {
  const { revisions: store } = ports;
  const [revisions, publications, shipped] = await Promise.all([
    store.revisions(packId),
    store.publications(packId),
    shippedOf(ports, packId),
  ]);
  const [last] = publications;
  const published = last?.number ?? 0;
  const head = revisions[0]?.number ?? 0;
  const shippedHash = hashOf(shipped);
  const isNew = head > 0 && !publications.some(({ number }) => number === head);
  const draft = isNew && !(await isSame(ports, packId, head, published)) ? head : null;
  return {
    ...{ packId, revisions, publications, published, turn: last?.turn ?? 0, head, draft, shippedHash },
    base: draft ?? published,
    shippedChanged: last !== undefined && published > 0 && last.shippedHash !== shippedHash,
  };
}

async function isSame(ports: ReadPorts, packId: string, a: number, b: number): Promise<boolean> {
  const [one, other] = await Promise.all([contentOf(ports, packId, a), contentOf(ports, packId, b)]);
  return hashOf(one) === hashOf(other);
}
