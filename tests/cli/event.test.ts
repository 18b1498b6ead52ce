import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';
import { applyEvent } from '../../knowledge/enrollment/machine.ts';
import { createTestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const uscc = '91329999MADEM0001Q';
let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
  const cli = createTestCli(temp.stores, temp.dir);
  await cli.run('import', join(import.meta.dirname, '../../samples/approved-list-2022.csv'));
});
afterEach(async () => temp.dispose());

/** Decides as the workflow does, without one. */
function deciding(calls: unknown[]): Pick<EnrollmentCommands, 'applyOfficialEvent'> {
  return {
    applyOfficialEvent: async (input) => {
      calls.push(input);
      const enrollment = await temp.stores.enrollments.find(input.enrollmentId);
      if (enrollment === null) throw new EnrollmentUnavailable('notFound');
      const { status, reason } = input;
      const at = enrollment.now;
      const decided = applyEvent(enrollment, { type: 'officialChanged', status, reason, at });
      return decided.ok
        ? { outcome: 'applied', enrollment: { ...enrollment, ...decided.state } }
        : { outcome: 'refused', refusal: decided.refusal, enrollment };
    },
  };
}

describe('tongbao event', () => {
  it('records an official status', async () => {
    const calls: unknown[] = [];
    const cli = createTestCli(temp.stores, temp.dir, { engine: deciding(calls) });
    const { code, out } = await cli.run(
      'event',
      uscc,
      'returned',
      '--reason',
      '资料不全',
      '--event-id',
      'e-1',
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: ['淮安示例纺织有限公司的官方状态已改为「已退回」，没有关联的联系人，请电话告知。'],
    });
    expect(calls).toEqual([
      {
        enrollmentId: `jiangsu-2022/${uscc}`,
        eventId: 'e-1',
        source: 'cli',
        actor: 'cli',
        status: 'returned',
        reason: '资料不全',
      },
    ]);
  });

  it('shows why an event was refused', async () => {
    const cli = createTestCli(temp.stores, temp.dir, { engine: deciding([]) });
    const { code, err, out } = await cli.run('event', uscc, 'returned');
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/要写明原因：加上 --reason .* \/ Not recorded: /u);
  });

  it('asks again, with the same event, where there is no answer', async () => {
    const asked: string[] = [];
    const enrollment = await temp.stores.enrollments.find(`jiangsu-2022/${uscc}`);
    const engine = {
      applyOfficialEvent: async ({ eventId }: { eventId: string }) => {
        asked.push(eventId);
        if (asked.length < 3 || enrollment === null) throw new EnrollmentUnavailable('noAnswer');
        return { outcome: 'applied' as const, enrollment };
      },
    };
    const cli = createTestCli(temp.stores, temp.dir, { engine });
    expect((await cli.run('event', uscc, 'approved')).code).toBe(0);
    expect(asked).toHaveLength(3);
    expect(new Set(asked).size).toBe(1);
  });

  it.each([
    [null, 'npm start'],
    ['unreachable', '暂时连不上'],
    ['noAnswer', '--event-id cli/'],
    ['notFound', '还没有开始'],
  ] as const)('says what to do when the engine is %s', async (state, line) => {
    const engine =
      state === null ? null : { applyOfficialEvent: () => Promise.reject(new EnrollmentUnavailable(state)) };
    const { code, err } = await createTestCli(temp.stores, temp.dir, { engine }).run(
      'event',
      uscc,
      'approved',
    );
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });

  it.each([
    ['terminated', '「保单已解除」，投保跟踪已经结束'],
    ['approved', '找不到它的跟踪'],
  ] as const)('does not speak of a start when what has no workflow is %s', async (officialStatus, line) => {
    const { enrollments } = temp.stores;
    const stored = await enrollments.find(`jiangsu-2022/${uscc}`);
    if (stored === null) throw new Error('not imported');
    await enrollments.saveProjection({ ...stored, officialStatus, version: 3 }, []);
    const engine = { applyOfficialEvent: () => Promise.reject(new EnrollmentUnavailable('notFound')) };
    const { code, err } = await createTestCli(temp.stores, temp.dir, { engine }).run(
      'event',
      uscc,
      'inForce',
    );
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
    expect(err[0]).not.toContain('还没有开始');
  });

  it.each([
    ['91329999MADEM0017C', 'approved', '没有投保跟踪'],
    [uscc, 'done', '可以是：invited'],
  ])('refuses %s %s', async (firm, status, line) => {
    const { code, err } = await createTestCli(temp.stores, temp.dir).run('event', firm, status);
    expect(code).toBe(1);
    expect(err[0]).toContain(line);
  });
});
