import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { publishRevision } from '../../activities/pack-revisions/publish.ts';
import { createPublishedPacks } from '../../activities/pack-revisions/published-packs.ts';
import { mergeShipped, saveDraft, takeUpRevision } from '../../activities/pack-revisions/save-draft.ts';
import { standingOf } from '../../activities/pack-revisions/standing.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { changed, officePack as packId, packOffice } from '../support/pack-office.ts';
import type { PackOffice } from '../support/pack-office.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let office: PackOffice;
let shipped: PolicyPack;
beforeEach(async () => {
  temp = await openTempStores();
  office = packOffice(temp.stores, temp.dir);
  shipped = await office.shipped();
});
afterEach(() => temp.dispose());

const toRatio =
  (percent: number) =>
  (pack: PolicyPack): void => {
    pack.payout.ratioPercent = percent;
  };
const save = (content: unknown, basedOn = 0, more: object = {}) =>
  saveDraft(office.ports, {
    ...{ packId, basedOn, kind: 'edit', content, by: 'staff-1', reason: '补充通知' },
    ...more,
  });
const publish = (number: number, turn: number, more: { force?: boolean; holds?: boolean } = {}) =>
  publishRevision(
    office.ports,
    { packId, number, turn, by: 'admin-1', reason: '核对过了', force: more.force ?? false },
    async () => more.holds ?? true,
  );
const served = async (): Promise<PolicyPack> =>
  createPublishedPacks(temp.stores.packRevisions, (id) => loadPack(id, office.folder))(packId);

describe('a draft', () => {
  it('is kept, with who and why, and nobody is answered from it', async () => {
    expect(await save(changed(shipped, toRatio(70)))).toEqual({ saved: true, number: 1, issues: [] });
    const standing = await standingOf(office.ports, packId);
    expect(standing).toMatchObject({ published: 0, draft: 1, base: 1, head: 1, shippedChanged: false });
    expect(standing.revisions).toMatchObject([
      { number: 1, basedOn: 0, madeBy: 'staff-1', reason: '补充通知', madeAt: '2026-03-02T02:00:00.000Z' },
    ]);
    expect((await served()).payout.ratioPercent).toBe(80);
  });

  it('is refused when somebody saved meanwhile, or published', async () => {
    await save(changed(shipped, toRatio(70)));
    expect(await save(changed(shipped, toRatio(60)))).toEqual({ saved: false, why: 'moved', base: 1 });
    await publish(1, 0);
    expect(await save(changed(shipped, toRatio(60)))).toEqual({ saved: false, why: 'moved', base: 1 });
    expect(await save(changed(shipped, toRatio(60)), 1)).toMatchObject({ saved: true, number: 2 });
  });

  it('is refused of two that save at the very same time', async () => {
    const both = await Promise.all([70, 60].map((percent) => save(changed(shipped, toRatio(percent)))));
    expect(both.map(({ saved }) => saved).sort()).toEqual([false, true]);
    expect((await standingOf(office.ports, packId)).revisions).toHaveLength(1);
  });

  it('needs a reason, a change, and the form of a pack', async () => {
    expect(await save(changed(shipped, toRatio(70)), 0, { reason: ' ' })).toMatchObject({ why: 'noReason' });
    expect(await save(structuredClone(shipped))).toMatchObject({ why: 'unchanged' });
    const broken = { ...shipped, payout: { ...shipped.payout, source: undefined } };
    expect(await save(broken)).toMatchObject({
      why: 'invalid',
      issues: [{ code: 'schema', path: 'payout.source' }],
    });
    expect((await standingOf(office.ports, packId)).head).toBe(0);
  });

  it('may have issues, which are said', async () => {
    const result = await save(
      changed(shipped, (pack) => {
        pack.payout.section = '没有这一节';
      }),
    );
    expect(result).toMatchObject({ saved: true, issues: [{ code: 'sectionUnknown', path: 'payout' }] });
  });

  it('that says again what is served is none', async () => {
    await save(changed(shipped, toRatio(70)));
    await save(structuredClone(shipped), 1);
    expect(await standingOf(office.ports, packId)).toMatchObject({ draft: null, head: 2, base: 0 });
  });
});

describe('publishing', () => {
  it('serves the revision from then on, and a running process at once', async () => {
    const load = createPublishedPacks(temp.stores.packRevisions, (id) => loadPack(id, office.folder));
    expect((await load(packId)).payout.ratioPercent).toBe(80);
    const mark = await temp.stores.packRevisions.mark();
    await save(changed(shipped, toRatio(70)));
    expect(await publish(1, 0)).toEqual({ published: true, turn: 1 });
    const now = await load(packId);
    expect(now.payout.ratioPercent).toBe(70);
    expect(await load(packId)).toBe(now);
    expect(await temp.stores.packRevisions.mark()).not.toBe(mark);
    expect((await standingOf(office.ports, packId)).publications).toMatchObject([
      { number: 1, turn: 1, by: 'admin-1', reason: '核对过了', forced: false },
    ]);
  });

  it('is refused when another was published meanwhile', async () => {
    await save(changed(shipped, toRatio(70)));
    const both = await Promise.all([publish(1, 0), publish(1, 0)]);
    expect(both.map(({ published }) => published).sort()).toEqual([false, true]);
    await save(changed(shipped, toRatio(60)), 1);
    expect(await publish(2, 0)).toEqual({ published: false, why: 'moved' });
  });

  it('is refused with issues, forced or not', async () => {
    await save(
      changed(shipped, (pack) => {
        pack.payout.section = '没有这一节';
      }),
    );
    expect(await publish(1, 0, { force: true })).toMatchObject({ published: false, why: 'issues' });
    expect((await served()).payout.section).toBe(shipped.payout.section);
  });

  it('is refused where the evaluation speaks against it, unless it is forced, which is on record', async () => {
    await save(changed(shipped, toRatio(70)));
    expect(await publish(1, 0, { holds: false })).toEqual({ published: false, why: 'gate' });
    expect(await publish(1, 0, { holds: false, force: true })).toMatchObject({ published: true });
    expect(await temp.stores.packRevisions.published(packId)).toMatchObject({ forced: true });
  });

  it('takes the draft or the shipped files, and nothing else', async () => {
    await save(changed(shipped, toRatio(70)));
    await save(changed(shipped, toRatio(60)), 1);
    expect(await publish(1, 0)).toMatchObject({ why: 'notDraft' });
    expect(await publish(0, 0)).toMatchObject({ why: 'notDraft' });
    expect(await publish(9, 0)).toMatchObject({ why: 'notDraft' });
    await publish(2, 0);
    expect(await publish(0, 1)).toMatchObject({ published: true });
    expect((await served()).payout.ratioPercent).toBe(80);
  });

  it('makes no other pack of it, and no real one of an invented one', async () => {
    await save({ ...shipped, fictional: true });
    expect(await publish(1, 0)).toMatchObject({ issues: [{ code: 'fictionalChanged' }] });
    await save({ ...shipped, id: 'zhejiang-2026' }, 1);
    expect(await publish(2, 0)).toMatchObject({ issues: [{ code: 'otherPack' }] });
    await save({ ...shipped, verified: false }, 2);
    expect(await publish(3, 0)).toMatchObject({ issues: [{ code: 'notVerified' }] });
  });
});

it('goes back by a new revision that says what the old one said', async () => {
  await save(changed(shipped, toRatio(70)));
  await publish(1, 0);
  await save(changed(shipped, toRatio(60)), 1);
  await publish(2, 1);
  const back = await takeUpRevision(office.ports, {
    ...{ packId, basedOn: 2, number: 1, by: 'admin-1', reason: '60% 写错了' },
  });
  expect(back).toMatchObject({ saved: true, number: 3 });
  await publish(3, 2);
  expect((await served()).payout.ratioPercent).toBe(70);
  expect((await standingOf(office.ports, packId)).revisions.map(({ kind }) => kind)).toEqual([
    'rollback',
    'edit',
    'edit',
  ]);
  const none = { packId, basedOn: 3, number: 8, by: 'admin-1', reason: '没有' };
  expect(await takeUpRevision(office.ports, none)).toMatchObject({ why: 'notFound' });
});

describe('a new version of the program', () => {
  it('goes on serving the office’s revision, and says that its own files changed', async () => {
    await save(changed(shipped, toRatio(70)));
    await publish(1, 0);
    office.ship((pack) => {
      pack.title['zh-CN'] = '新的名称';
    });
    expect((await served()).payout.ratioPercent).toBe(70);
    expect((await standingOf(office.ports, packId)).shippedChanged).toBe(true);
    // Seen, and it stays.
    expect(await publish(1, 1)).toMatchObject({ published: true });
    expect((await standingOf(office.ports, packId)).shippedChanged).toBe(false);
  });

  it('is merged: both sides’ changes, and the office’s word where both changed the same', async () => {
    await save(
      changed(shipped, (pack) => {
        pack.payout.ratioPercent = 70;
        pack.cap.amount = 1;
      }),
    );
    await publish(1, 0);
    office.ship((pack) => {
      pack.title['zh-CN'] = '新的名称';
      pack.cap.amount = 2;
    });
    const given = { packId, basedOn: 1, by: 'admin-1', reason: '新版本' };
    const { result, conflicts } = await mergeShipped(office.ports, given);
    expect(result).toMatchObject({ saved: true, number: 2 });
    expect(conflicts).toEqual(['cap.amount']);
    expect(await temp.stores.packRevisions.content(packId, 2)).toMatchObject({
      title: { 'zh-CN': '新的名称' },
      payout: { ratioPercent: 70 },
      cap: { amount: 1 },
    });
  });

  it('whose form the revision does not have says so, instead of serving something else', async () => {
    await save(changed(shipped, toRatio(70)));
    await publish(1, 0);
    const content = (id: string, number: number): Promise<unknown> =>
      temp.stores.packRevisions.content(id, number).then((pack) => ({ ...(pack as object), payout: 'gone' }));
    const load = createPublishedPacks({ ...temp.stores.packRevisions, content });
    await expect(load(packId)).rejects.toThrow('jiangsu-2022@1');
  });
});
