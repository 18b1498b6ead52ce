import type { onebot as zhOnebot } from '../zh-CN/onebot.ts';

export const onebot: typeof zhOnebot = {
  typeOne: {
    private: 'To go on, reply with a letter or with the words after it:',
    group: 'To go on, mention me (@) with a letter or with the words after it:',
  },
  doctor: {
    connectHere: (p) => `QQ: the program that is logged in to QQ is to connect to ${p.url}.`,
    online: 'QQ: connected, the account is online and can send.',
    unchecked: 'QQ: just connected, the account is not checked yet; look again later.',
    waiting:
      'QQ: no program has connected. Give it the address above and ONEBOT_ACCESS_TOKEN, see docs/qq.md.',
    refusedHere:
      'QQ: a program that tried to connect has a wrong token and was refused. Give it the value of ONEBOT_ACCESS_TOKEN.',
    refusedThere: 'QQ: the other side does not accept the token; check ONEBOT_ACCESS_TOKEN.',
    unreachable: 'QQ: ONEBOT_URL cannot be reached; see whether the program runs and the address is right.',
    offline:
      'QQ: connected, but the account is not online (logged out or frozen), and nothing can be sent. Log in again in that program.',
    silent:
      'QQ: connected, but calls are not answered, so messages will hardly go out. Restart the program that is logged in to QQ.',
    notRunning:
      'QQ: tongbao is not running, or not on this machine, so whether anything has connected is not known.',
    plainText: (p) =>
      `QQ: the connection with ${p.host} is not encrypted; token and chats travel in the clear. Use the same machine, or wss://.`,
    noToken:
      'QQ: ONEBOT_URL is on another machine and there is no token. Set ONEBOT_ACCESS_TOKEN on both sides.',
  },
  settings: {
    noDirection: () =>
      'ONEBOT_ACCESS_TOKEN is set, but not who connects to whom: ONEBOT_REVERSE=on where the program that is logged in to QQ connects to us, ONEBOT_URL where we connect to it. Without QQ, remove it.',
    bothDirections: () =>
      'Use either ONEBOT_REVERSE or ONEBOT_URL: with both, each message comes twice. Remove one of them.',
    tokenMissing: () =>
      'ONEBOT_REVERSE=on needs ONEBOT_ACCESS_TOKEN: without a token anybody could connect and pretend to be QQ.',
  },
};
