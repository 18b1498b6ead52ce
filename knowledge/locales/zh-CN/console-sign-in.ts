/** Why somebody was not let in, or the second step of signing in was not changed. */
export const signInErrors = {
  wrongCode: '验证码或恢复码不对。请用验证器里现在显示的 6 位数字，并检查手机的时间。',
  codesStopped:
    '错的验证码太多，暂时不收验证码。请输入一个恢复码，或者请管全部城市的管理员关掉您的两步验证。',
  codeUsed: '这个验证码已经用过了，请等验证器显示下一个（最多 30 秒）。',
  signInOver: '这次登录已经过期，或者试错的次数太多了，请重新登录。',
  totpUnreadable: '服务器上少了加密用的密钥，验证码现在核对不了；可以用恢复码，或者请管理员处理。',
  totpOn: '两步验证已经开着；要换一台手机，请先关闭再开启。',
  totpOff: '两步验证没有开。',
  totpNotBegun: '这个二维码已经失效，请重新开始。',
  ownTotp: '自己的两步验证，请在“我的账号”里关闭。',
  telegramOff: '这里没有接通 Telegram，请用登录名和密码登录。',
  telegramForged: 'Telegram 给的登录信息核对不上，请再试一次。',
  telegramStale: 'Telegram 给的登录信息过期或者用过了，请再试一次；服务器的时间不准也会这样。',
  telegramUnknown:
    '没有账号关联了这个 Telegram，或者账号停用了。请先用登录名和密码登录，在“我的账号”里关联。',
  telegramTaken: '这个 Telegram 已经关联了另一个账号，没有关联。',
};
