import { describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import { isUnknownCall, readAnswer } from '../../bot/channels/onebot/send-error.ts';

function errorOf(retcode: number, message: string, wording = ''): unknown {
  try {
    return readAnswer({ status: 'failed', retcode, data: null, message, wording });
  } catch (error) {
    return error;
  }
}

describe('the answer to a call', () => {
  it('is its data', () => {
    expect(readAnswer({ status: 'ok', retcode: 0, data: { message_id: 7 } })).toEqual({ message_id: 7 });
    expect(readAnswer({ status: 'async', retcode: 1, data: null })).toBeNull();
  });

  // Words of programs that follow the standard, and of QQ behind them.
  it.each([
    [1200, '发送过于频繁', 'notSent', 'rateLimited'],
    [100, 'SEND_MSG_API_ERROR 账号可能被风控', 'notSent', 'rateLimited'],
    [1200, '对方不是你的好友', 'notSent', 'blocked'],
    [1200, '消息已被对方拒收', 'notSent', 'blocked'],
    [1200, 'you are not a friend of this user', 'notSent', 'blocked'],
    [1200, '你已被移出该群，请重新加群', 'notSent', 'chatNotFound'],
    [100, 'GROUP_NOT_FOUND 群聊不存在', 'notSent', 'chatNotFound'],
    [1200, '该用户账号已注销', 'notSent', 'deactivated'],
    [1200, '你已被禁言', 'notSent', 'badRequest'],
    [1200, 'EventChecker Failed: "result": 120', 'notSent', 'badRequest'],
    [1200, 'Error: Timeout: NTEvent EventName:NodeIKernelMsgService/sendMsg', 'ambiguous', 'timeout'],
    [1200, '账号已离线', 'notSent', 'network'],
    [1400, 'bad request', 'notSent', 'badRequest'],
    [1404, '不支持的API', 'notSent', 'badRequest'],
    [1200, '消息发送失败', 'ambiguous', 'server'],
    [-1, '', 'ambiguous', 'server'],
  ])('%i "%s" is %s, %s', (retcode, message, fate, code) => {
    const error = errorOf(retcode, message);
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({ fate, code });
    expect(errorOf(retcode, 'ERROR', message)).toMatchObject({ fate, code });
  });

  it('tells a call that the program does not know', () => {
    expect(isUnknownCall(errorOf(1404, 'no such API'))).toBe(true);
    expect(isUnknownCall(errorOf(1200, 'failed'))).toBe(false);
  });

  it.each([null, 'ok', { status: 'ok' }, { retcode: 0 }])('is not guessed from %j', (given) => {
    expect(() => readAnswer(given)).toThrow(SendError);
  });
});
