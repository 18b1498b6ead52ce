import { z } from 'zod';
import { SendError } from '../../../activities/ports/services.ts';
import { wasNeverConnected } from '../never-connected.ts';

const timeoutMs = 15_000;
const minuteMs = 60_000;
const answer = z.object({ errcode: z.number() });
/** Posts one text to a group's robot. The address holds the robot's key: it is in no error. Throws `SendError`. */
export async function postToRobot(apiRoot: string, key: string, content: string): Promise<void> {
  const code = await errcodeOf(apiRoot, key, { msgtype: 'text', text: { content } });
  const failed = code === 0 ? null : sendErrorOf(code);
  if (failed !== null) throw failed;
}

/**
 * Whether WeCom knows the key, without a message: there is no such kind as the one posted, and a wrong key is noticed first. Null
 * where WeCom gives no such answer.
 */
export async function robotIsKnown(apiRoot: string, key: string): Promise<boolean | null> {
  try {
    const code = await errcodeOf(apiRoot, key, { msgtype: 'none' });
    return code === wrongKey ? false : code === busy || code === tooMany ? null : true;
  } catch {
    return null;
  }
}

const [busy, tooMany, wrongKey] = [-1, 45009, 93000];

async function errcodeOf(apiRoot: string, key: string, body: object): Promise<number> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${apiRoot}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      // A page that asks to sign in is no answer.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    throw lineError(error);
  }
  if (response.status === 429)
    throw new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: minuteMs });
  if (response.status >= 400 && response.status < 500)
    throw new SendError({ fate: 'notSent', code: 'badRequest' });
  const read = response.ok ? answer.safeParse(parsed(text)) : null;
  // Neither a page of a proxy nor a fault over there says whether the message went on.
  if (read?.success !== true) throw new SendError({ fate: 'ambiguous', code: 'server' });
  return read.data.errcode;
}

function sendErrorOf(code: number): SendError {
  switch (code) {
    case busy:
      return new SendError({ fate: 'ambiguous', code: 'server' });
    case tooMany:
      return new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: minuteMs });
    case wrongKey:
      return new SendError({ fate: 'notSent', code: 'chatNotFound' });
    default:
      return new SendError({
        fate: 'notSent',
        code: 'badRequest',
        cause: new Error(`WeCom: errcode ${code}`),
      });
  }
}

/** Made anew: what Node throws may name the address. */
function lineError(error: unknown): SendError {
  if (error instanceof Error && error.name === 'TimeoutError')
    return new SendError({ fate: 'ambiguous', code: 'timeout' });
  const fate = wasNeverConnected(error) ? 'notSent' : 'ambiguous';
  return new SendError({ fate, code: 'network' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
