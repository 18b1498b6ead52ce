import type { Client } from '@botpress/client';
import { expect, it } from 'vitest';
import { createOffers } from '../../bot/channels/botpress/offers.ts';

/** Botpress's states, as far as they are used here. */
function createStates() {
  const kept = new Map<string, unknown>();
  const states = {
    reachable: true,
    client: {
      getState: async ({ id }: { id: string }) => {
        if (!states.reachable || !kept.has(id)) throw new Error('no such state');
        return { state: { payload: kept.get(id) } };
      },
      setState: async ({ id, payload }: { id: string; payload: unknown }) => void kept.set(id, payload),
    } as unknown as Pick<Client, 'getState' | 'setState'>,
  };
  return states;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const button = (data: string) => ({ label: '进度', data });

it('a tap means what was offered last, by whichever process, and what is remembered while Botpress is silent', async () => {
  const states = createStates();
  const [here, there] = [createOffers(states.client, silent), createOffers(states.client, silent)];
  expect(await here.dataOf('c', '进度')).toBeNull();
  await here.note('c', [button('status|1')]);
  await there.note('c', [button('status|2')]);
  expect(await here.dataOf('c', '进度')).toBe('status|2');
  // A message without buttons takes them away, also where this process never offered any.
  await here.note('c', []);
  await there.note('c', [button('status|3')]);
  await here.note('c', []);
  expect(await there.dataOf('c', '进度')).toBeNull();
  states.reachable = false;
  expect(await there.dataOf('c', '进度')).toBe('status|3');
});
