import { z } from 'zod';
import { SendError } from '../../../activities/ports/services.ts';

/** How a call was refused, by its own words; the cause of a `SendError`. */
class OneBotRefusal extends Error {
  readonly retcode: number;
  constructor(retcode: number, words: string) {
    super(`refused with ${retcode}: ${words}`);
    this.name = 'OneBotRefusal';
    this.retcode = retcode;
  }
}

const answer = z.object({
  status: z.string(),
  retcode: z.number(),
  data: z.unknown().optional(),
  message: z.string().nullish(),
  wording: z.string().nullish(),
  msg: z.string().nullish(),
});

/** What a call gave. Throws `SendError`. */
export function readAnswer(given: unknown): unknown {
  const { data } = answer.safeParse(given);
  if (data === undefined) {
    throw new SendError({ fate: 'ambiguous', code: 'server', cause: new Error('answer of an unknown form') });
  }
  // `async`: taken, and carried out later.
  if (data.status === 'ok' || data.status === 'async') return data.data;
  const words = [data.message, data.wording, data.msg].filter((text) => typeof text === 'string').join(' ');
  throw ofRefusal(data.retcode, words);
}

type Known = Pick<SendError, 'fate' | 'code'>;
const notSent = (code: SendError['code']): Known => ({ fate: 'notSent', code });

/**
 * The standard has few codes, and the programs pass on what QQ says: its number of the result, or words. The first that fits
 * counts; a number is looked for only where a program puts QQ's own.
 */
const byWords: readonly (readonly [RegExp, Known])[] = [
  // The program has waited in vain for QQ, so the message may be there.
  [/超时|time(d)?[ -]?out/i, { fate: 'ambiguous', code: 'timeout' }],
  [/频繁|过快|风控|上限|限制发言|rate.?limit|too (many|fast|frequent)/i, notSent('rateLimited')],
  // The account is not logged in: nothing has left.
  [/未登录|离线|掉线|下线|被踢下线|not (logged in|online)|offline/i, notSent('network')],
  // It passes, and the group is still there: nothing to be noted of it.
  [/禁言|muted?\b|banned to speak|result["': =]*120\b/i, notSent('badRequest')],
  [/账号.{0,4}(已|被)?注销|deactivated/i, notSent('deactivated')],
  [
    /不在(该|此|本)?群|不是.{0,4}群成员|移出|踢出|解散|群(聊|号)?不存在|not in (the |this )?group|group.{0,12}not (exist|found)|result["': =]*110\b/i,
    notSent('chatNotFound'),
  ],
  [
    /不是(你的|对方)?好友|非好友|好友关系|加.{0,2}好友|不存在.{0,4}好友|拉黑|黑名单|拒收|临时会话|陌生人|not (a |your )?friend|block(ed|list)|stranger/i,
    notSent('blocked'),
  ],
  [/用户不存在|查无此人|user.{0,12}not (exist|found)/i, notSent('chatNotFound')],
];

/** Of the standard: a wrong call, no access, no such call; and of the programs that follow it: a wrong parameter. */
const wrongCall = [400, 401, 403, 404, 1400, 1401, 1403, 1404];

function ofRefusal(retcode: number, words: string): SendError {
  const cause = new OneBotRefusal(retcode, words);
  const known = byWords.find(([said]) => said.test(words))?.[1];
  if (known !== undefined) return new SendError({ ...known, cause });
  if (wrongCall.includes(retcode)) return new SendError({ ...notSent('badRequest'), cause });
  return new SendError({ fate: 'ambiguous', code: 'server', cause });
}

/** The program does not know such a call. */
export const isUnknownCall = (error: unknown): boolean =>
  error instanceof SendError &&
  error.cause instanceof OneBotRefusal &&
  (error.cause.retcode === 404 || error.cause.retcode === 1404);
