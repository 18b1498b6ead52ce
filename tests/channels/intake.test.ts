import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntake } from '../../bot/channels/intake.ts';
import type { Intake } from '../../bot/channels/intake.ts';
import { NotSettled } from '../../bot/channels/not-settled.ts';
import type { TakeTurn } from '../../bot/model.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

interface Event {
  chat: string;
  text: string;
}

let temp: TempStores;
let logged: string[];
let handled: string[];
let work: (event: Event, turn: TakeTurn) => Promise<string>;
beforeEach(async () => {
  temp = await openTempStores();
  logged = [];
  handled = [];
  work = async (event) => event.text;
});
afterEach(() => temp.dispose());

const soon = (): number => 1;
function intake({
  againAfterMs = soon,
  inbound = temp.stores.inbound,
  takeOverEveryMs = 60_000,
} = {}): Intake<Event, string> {
  const at = (message: string): void => void logged.push(message);
  return createIntake<Event, string>({
    channel: 'door',
    inbound,
    rhythm: { keepEveryMs: 20_000, takeOverEveryMs },
    log: { debug: at, info: at, warn: at, error: at },
    read: (payload) => (payload.startsWith('{') ? (JSON.parse(payload) as Event) : null),
    keyOf: ({ chat }) => chat,
    againAfterMs,
    handle: async (event, { turn }) => {
      const result = await work(event, turn);
      handled.push(event.text);
      return result;
    },
  });
}
const left = async (): Promise<number> => (await temp.stores.inbound.unprocessed('door')).length;

function gate(): { open: () => void; passed: Promise<void> } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe('an intake', () => {
  it('stores before it resolves, hands the result over, and marks what is done', async () => {
    const door = intake();
    const { open, passed } = gate();
    work = async () => {
      await passed;
      return 'answered';
    };
    const accepted = await door.accept('1', { chat: 'a', text: '你好' });
    expect(await left()).toBe(1);
    open();
    expect(await accepted?.handled).toEqual({ outcome: 'handled', result: 'answered' });
    expect(await left()).toBe(0);
  });

  it('handles again what came to no end, and others of the chat meanwhile', async () => {
    const door = intake();
    let tries = 0;
    work = async ({ text }) => {
      if (text !== '慢' || handled.includes('快')) return text;
      tries += 1;
      throw new NotSettled();
    };
    const accepted = await door.accept('1', { chat: 'a', text: '慢' });
    expect(await accepted?.handled).toEqual({ outcome: 'later' });
    await until(() => tries > 2);
    expect(await left()).toBe(1);
    await door.accept('2', { chat: 'a', text: '快' });
    await until(async () => (await left()) === 0);
    expect(handled).toEqual(['快', '慢']);
    await door.close();
  });

  describe('with a later event that asks for its turn', () => {
    let settles: boolean;
    let told: string[];
    beforeEach(() => {
      settles = false;
      told = [];
      work = async ({ text }, turn) => {
        if (text === '问') return text;
        if (await turn()) {
          if (settles) return text;
          told.push(`${text} unsettled`);
        } else told.push(`${text} waits`);
        throw new NotSettled();
      };
    });
    const open = { againAfterMs: () => 3_600_000 };

    it('handles the earlier one first', async () => {
      const door = intake(open);
      await (
        await door.accept('1', { chat: 'a', text: '批准' })
      )?.handled;
      settles = true;
      const later = await door.accept('2', { chat: 'a', text: '退回' });
      expect(await later?.handled).toEqual({ outcome: 'handled', result: '退回' });
      expect(handled).toEqual(['批准', '退回']);
      expect(await left()).toBe(0);
      await door.close();
    });

    it('lets it wait behind the earlier one, and whatever asks for no turn go on', async () => {
      const door = intake();
      for (const [id, text] of ['批准', '退回', '批准吧', '问'].entries()) {
        await (
          await door.accept(String(id), { chat: 'a', text })
        )?.handled;
      }
      expect(handled).toEqual(['问']);
      expect(told).toContain('退回 waits');
      expect(told).not.toContain('退回 unsettled');
      settles = true;
      await until(async () => (await left()) === 0);
      expect(handled).toEqual(['问', '批准', '退回', '批准吧']);
    });

    it('lets it wait also when the earlier one fails for another reason', async () => {
      const door = intake(open);
      await (
        await door.accept('1', { chat: 'a', text: '批准' })
      )?.handled;
      const usual = work;
      work = async (event, turn) => {
        if (event.text === '批准') throw new Error('the database is busy');
        return usual(event, turn);
      };
      settles = true;
      const later = await door.accept('2', { chat: 'a', text: '退回' });
      expect(await later?.handled).toEqual({ outcome: 'later' });
      expect(told).toContain('退回 waits');
      expect(handled).toEqual([]);
      work = usual;
      const last = await door.accept('3', { chat: 'a', text: '再退回' });
      await last?.handled;
      expect(handled).toEqual(['批准', '退回', '再退回']);
      await door.close();
    });

    it('does not let it wait for ever behind one that was erased', async () => {
      const door = intake(open);
      const [first, second] = ['批准', '退回'];
      await (
        await door.accept('1', { chat: 'a', text: first })
      )?.handled;
      const [stored] = await temp.stores.inbound.unprocessed('door');
      await temp.stores.inbound.markProcessed(stored?.id ?? 0);
      settles = true;
      await (
        await door.accept('2', { chat: 'a', text: second })
      )?.handled;
      expect(handled).toEqual(['退回']);
      await door.close();
    });

    it('gives no turn while it is closing', async () => {
      const door = intake(open);
      await (
        await door.accept('1', { chat: 'a', text: '批准' })
      )?.handled;
      const { open: goOn, passed } = gate();
      const turns: boolean[] = [];
      work = async ({ text }, turn) => {
        await passed;
        turns.push(await turn());
        return text;
      };
      const later = await door.accept('2', { chat: 'a', text: '退回' });
      const closing = door.close();
      goOn();
      await closing;
      await later?.handled;
      expect(turns).toEqual([false]);
    });

    it('keeps the order over a restart', async () => {
      const killed = intake(open);
      for (const [id, text] of ['批准', '退回'].entries()) {
        await (
          await killed.accept(String(id), { chat: 'a', text })
        )?.handled;
      }
      await killed.close();
      const next = intake();
      await next.resume();
      settles = true;
      await until(async () => (await left()) === 0);
      expect(handled).toEqual(['批准', '退回']);
    });
  });

  it('leaves what came to no end for the next start when it is closed', async () => {
    const door = intake();
    work = () => Promise.reject(new NotSettled());
    await (
      await door.accept('1', { chat: 'a', text: '慢' })
    )?.handled;
    await door.close();
    expect(await left()).toBe(1);
    work = async ({ text }) => text;
    const next = intake();
    await next.resume();
    await until(async () => (await left()) === 0);
    expect(handled).toEqual(['慢']);
  });

  it('drops what waits to be handled again once its sender is erased', async () => {
    const { identities, people } = temp.stores;
    const sender = { channel: 'door', externalUserId: 'a' };
    const door = createIntake<{ externalUserId: string }, never>({
      ...{ channel: 'door', inbound: temp.stores.inbound, read: () => null, keyOf: () => 'a' },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      againAfterMs: () => 50,
      handle: async () => {
        await identities.upsertIdentity(sender);
        handled.push('tried');
        throw new NotSettled();
      },
    });
    await (
      await door.accept('1', { externalUserId: 'a' })
    )?.handled;
    await until(() => handled.length === 2);
    const { id } = await identities.upsertIdentity(sender);
    expect(await people.erase(id)).toBe('erased');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await door.close();
    expect(handled).toHaveLength(2);
    expect(await identities.known(sender)).toBeNull();
    expect(await left()).toBe(0);
  });

  it('drops what an earlier run left if its sender is erased before its turn', async () => {
    await temp.stores.inbound.accept('door', '1', '{"chat":"a","text":"一"}');
    const second = await temp.stores.inbound.accept('door', '2', '{"chat":"a","text":"二"}');
    work = async ({ text }) => {
      if (second !== null) await temp.stores.inbound.markProcessed(second.id);
      return text;
    };
    const door = intake();
    await door.resume();
    await door.close();
    await until(async () => (await left()) === 0);
    expect(handled).toEqual(['一']);
  });

  it('hands over the result of the message that erases its own sender, and leaves it marked', async () => {
    const door = intake();
    work = async () => {
      for (const { id } of await temp.stores.inbound.unprocessed('door')) {
        await temp.stores.inbound.markProcessed(id);
      }
      return 'erased';
    };
    const accepted = await door.accept('1', { chat: 'a', text: '删除' });
    expect(await accepted?.handled).toEqual({ outcome: 'handled', result: 'erased' });
    expect(await left()).toBe(0);
  });

  it('drops what comes twice, at once and much later', async () => {
    const door = intake();
    const [one, two] = await Promise.all([
      door.accept('1', { chat: 'a', text: '一' }),
      door.accept('1', { chat: 'a', text: '一' }),
    ]);
    await (one ?? two)?.handled;
    expect([one, two].filter((accepted) => accepted === null)).toHaveLength(1);
    expect(await intake().accept('1', { chat: 'a', text: '一' })).toBeNull();
    expect(handled).toEqual(['一']);
  });

  it('keeps the order of a chat while other chats go on', async () => {
    const door = intake();
    const { open, passed } = gate();
    work = async ({ text }) => {
      if (text === '慢') await passed;
      return text;
    };
    await door.accept('1', { chat: 'a', text: '慢' });
    const quick = await door.accept('2', { chat: 'a', text: '快' });
    const other = await door.accept('3', { chat: 'b', text: '别人' });
    await other?.handled;
    expect(handled).toEqual(['别人']);
    open();
    await quick?.handled;
    expect(handled).toEqual(['别人', '慢', '快']);
  });

  it('takes up what a killed run left, in its order, and nothing twice', async () => {
    work = () => new Promise(() => undefined);
    const killed = intake();
    await killed.accept('1', { chat: 'a', text: '一' });
    await killed.accept('2', { chat: 'a', text: '二' });

    work = async (event) => event.text;
    const next = intake();
    // A webhook may bring more while the earlier ones are being read.
    const [third] = await Promise.all([next.accept('3', { chat: 'b', text: '三' }), next.resume()]);
    await third?.handled;
    await until(async () => (await left()) === 0);
    expect(handled.filter((text) => text !== '三')).toEqual(['一', '二']);
    expect(handled).toHaveLength(3);
  });

  it('leaves for the next start what failed, and goes on with the rest of the chat', async () => {
    const door = intake();
    work = async ({ text }) => {
      if (text === '坏') throw new Error('the line is cut');
      return text;
    };
    const failed = await door.accept('1', { chat: 'a', text: '坏' });
    const after = await door.accept('2', { chat: 'a', text: '好' });
    expect(await failed?.handled).toEqual({ outcome: 'later' });
    expect(await after?.handled).toEqual({ outcome: 'handled', result: '好' });
    expect(logged).toContain('door.eventNotDone');
    work = async (event) => event.text;
    const next = intake();
    await next.resume();
    await until(async () => (await left()) === 0);
    expect(handled).toEqual(['好', '坏']);
  });

  it('begins nothing after it was closed, and waits for what is in work', async () => {
    const door = intake();
    const { open, passed } = gate();
    work = async ({ text }) => {
      await passed;
      return text;
    };
    const first = await door.accept('1', { chat: 'a', text: '一' });
    const second = await door.accept('2', { chat: 'a', text: '二' });
    const closing = door.close();
    open();
    await closing;
    expect(await first?.handled).toMatchObject({ outcome: 'handled' });
    expect(await second?.handled).toEqual({ outcome: 'later' });
    expect(await left()).toBe(1);
  });

  it('leaves alone what another process is at, and takes it over when that has ended', async () => {
    const other = await openStores(temp.url, 'fast');
    const { open, passed } = gate();
    work = async ({ text }) => {
      await passed;
      return text;
    };
    const [here, there] = [intake(), intake({ inbound: other.inbound, takeOverEveryMs: 5 })];
    await here.resume();
    await here.accept('1', { chat: 'a', text: '一' });
    await here.accept('2', { chat: 'a', text: '二' });
    await there.resume();
    open();
    await here.close();
    await until(async () => (await left()) === 0);
    expect(handled).toEqual(['一', '二']);
    await there.close();
    await other.close();
  });

  it('handles what a killed process of another name left before what comes after it in that chat', async () => {
    const killed = await openStores(temp.url, 'fast', 'of-another-name');
    const theirs = await killed.inbound.accept('door', '1', '{"chat":"a","text":"一"}', 700);
    const next = intake();
    await next.resume();
    const [second, other] = await Promise.all([
      next.accept('2', { chat: 'a', text: '二' }),
      next.accept('3', { chat: 'b', text: '别人' }),
    ]);
    await other?.handled;
    expect(handled).toEqual(['别人']);
    await second?.handled;
    expect(handled).toEqual(['别人', '一', '二']);
    expect(await temp.stores.inbound.isUnprocessed(theirs?.id ?? 0)).toBe(false);
    await next.close();
    await killed.close();
  });

  it('waits for a process that lives no longer than it had said', async () => {
    const lives = await openStores(temp.url, 'fast', 'of-another-name');
    const theirs = await lives.inbound.accept('door', '1', '{"chat":"a","text":"一"}', 700);
    const next = intake();
    await next.resume();
    await lives.inbound.keep([theirs?.id ?? 0]);
    const second = await next.accept('2', { chat: 'a', text: '二' });
    await second?.handled;
    expect(handled).toEqual(['二']);
    expect(await temp.stores.inbound.isUnprocessed(theirs?.id ?? 0)).toBe(true);
    await next.close();
    await lives.close();
  });

  it('takes up later what it had taken when taking over failed halfway', async () => {
    const door = intake({ takeOverEveryMs: 5 });
    await door.resume();
    // Under its own name, and nobody was told of it.
    await temp.stores.inbound.accept('door', '1', '{"chat":"a","text":"一"}', -1);
    await until(async () => (await left()) === 0);
    expect(handled).toEqual(['一']);
    await door.close();
  });

  it('rejects what could not be stored, so that the vendor sends it again', async () => {
    const inbound = { ...temp.stores.inbound, accept: () => Promise.reject(new Error('disk full')) };
    const door = createIntake<Event, string>({
      ...{ channel: 'door', inbound, read: () => null, keyOf: () => 'a', handle: async ({ text }) => text },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    });
    await expect(door.accept('1', { chat: 'a', text: '一' })).rejects.toThrow('disk full');
  });

  it('puts aside what no version can read, and says so', async () => {
    await temp.stores.inbound.accept('door', '1', 'of another time');
    const door = intake();
    await door.resume();
    expect(logged).toContain('door.eventUnreadable');
    expect(await left()).toBe(0);
  });
});
