import { z } from 'zod';
import { isLoopback } from '../../bot/channels/is-loopback.ts';
import { askOneBot } from '../../bot/channels/onebot/ask-onebot.ts';
import { states } from '../../bot/channels/onebot/contract.ts';
import type { State } from '../../bot/channels/onebot/contract.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { CliContext } from '../context.ts';
import { ownAddress } from '../own-address.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';

type Say = (doctor: Texts['onebot']['doctor']) => string;
const found = (mark: Finding['mark'], say: Say): Finding => ({ mark, say: (t) => say(t.onebot.doctor) });

/** Whether a program that is logged in to QQ is connected, and the account can send. Nothing where it is not used. */
export async function checkOneBot({
  settings,
  log,
}: Pick<CliContext, 'settings' | 'log'>): Promise<Finding[]> {
  const { onebot } = settings;
  if (onebot === null) return [];
  const { url, accessToken } = onebot;
  if (url !== null)
    return [...waysThere(url, accessToken), told(await askOneBot({ url, accessToken }), true)];
  const state = await stateOfRunning(settings).catch((error: unknown) => {
    log.debug('doctor.readyzNotAsked', { error });
    return null;
  });
  return [...waysHere(settings), told(state, false)];
}

function waysThere(url: string, accessToken: string | null): Finding[] {
  const { hostname, protocol } = new URL(url);
  if (isLoopback(hostname)) return [];
  return [
    ...(protocol === 'ws:' ? [found('!', (t) => t.plainText({ host: hostname }))] : []),
    ...(accessToken === null ? [found('✗', (t) => t.noToken)] : []),
  ];
}

function waysHere(settings: Settings): Finding[] {
  const address = `${ownAddress(settings).replace(/^http/, 'ws')}/onebot/v11/ws`;
  const { hostname, protocol } = new URL(address);
  const open = protocol === 'ws:' && !(isLoopback(hostname) && isLoopback(settings.host));
  return [
    found('✓', (t) => t.connectHere({ url: address })),
    ...(open ? [found('!', (t) => t.plainText({ host: hostname }))] : []),
  ];
}

/** What the running program says of its door; null where it says nothing of it. Throws where it does not answer. */
async function stateOfRunning(settings: Settings): Promise<State | null> {
  const response = await fetch(`${ownAddress(settings)}/readyz`, { signal: AbortSignal.timeout(5_000) });
  const { parts } = ready.parse(await response.json());
  const detail = parts['channel:onebot']?.detail;
  return (Object.keys(states) as State[]).find((state) => states[state] === detail) ?? null;
}

const ready = z.object({ parts: z.record(z.string(), z.object({ detail: z.string() })) });

function told(state: State | null, forward: boolean): Finding {
  switch (state) {
    case 'online':
      return found('✓', (t) => t.online);
    case 'unchecked':
      return found('!', (t) => t.unchecked);
    case 'waiting':
      return found('✗', (t) => t.waiting);
    case 'wrongToken':
      return found('✗', (t) => (forward ? t.refusedThere : t.refusedHere));
    case 'unreachable':
      return found('✗', (t) => t.unreachable);
    case 'offline':
      return found('✗', (t) => t.offline);
    case 'silent':
      return found('✗', (t) => t.silent);
    case 'stopped':
    case null:
      return found('!', (t) => t.notRunning);
  }
}
