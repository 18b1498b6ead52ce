import { calendarKnows } from '../../knowledge/calendar/working-days.ts';
import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { UserError } from '../../knowledge/user-error.ts';
import type { CliContext } from '../context.ts';
import type { Settings } from '../settings.ts';
import { presentTemporalCli } from '../temporal/binary.ts';
import { broken, fine, notice, type Finding } from './finding.ts';

/** The bootstrap refuses an older one; this says which one runs. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough ? fine((t) => t.nodeFine({ version })) : broken((t) => t.nodeOld({ version }));
}

export function checkTemporalCli({ settings }: Pick<CliContext, 'settings'>): Finding {
  const path = presentTemporalCli({
    configuredPath: settings.temporalCliPath,
    cacheDir: settings.cacheDir,
    env: settings.childEnv,
  });
  if (path !== null) return fine((t) => t.cliFine({ path }));
  const configured = settings.temporalCliPath;
  if (configured !== null) return broken((t) => t.cliPathWrong({ path: configured }));
  // With a server elsewhere the program is only needed for `tongbao temporal`.
  return notice((t) => t.cliNotYet());
}

export async function checkDatabase(context: Pick<CliContext, 'openStores' | 'settings'>): Promise<Finding> {
  const path = context.settings.databaseUrl.replace(/^file:/, '');
  try {
    await (await context.openStores()).ping();
    return fine((t) => t.databaseFine({ path }));
  } catch (error) {
    if (!(error instanceof UserError)) {
      return broken((t) => t.databaseBroken({ path, reason: firstLine(error) }));
    }
    // It says itself what is wrong and what to do.
    return { mark: '✗', say: (t) => (t === textsFor('en') ? error.en : error.zh) };
  }
}

/** Who is behind a reverse proxy that is not told of counts as one address: the limits meet all of them together. */
export function checkProxy({ publicUrl, trustProxy }: Pick<Settings, 'publicUrl' | 'trustProxy'>): Finding[] {
  return publicUrl === null || trustProxy.length > 0 ? [] : [notice((t) => t.proxyUntold)];
}

/** Holidays are published each November for the next year; without them Monday to Friday stand in. */
export function checkCalendar(now: Date): Finding {
  const [year = 0, month = 0] = shanghaiDate(now.toISOString()).split('-').map(Number);
  if (!calendarKnows(year)) return notice((t) => t.calendarUnknown({ year }));
  if (month >= 11 && !calendarKnows(year + 1)) return notice((t) => t.calendarEndsSoon({ year }));
  return fine((t) => t.calendarFine({ year }));
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
