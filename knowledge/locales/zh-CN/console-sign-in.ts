/** Why somebody was not let in, or the second step of signing in was not changed. */
export const signInErrors = {
  wrongCode: '验证码或恢复码不对。请用验证器里现在显示的 6 位数字，并检查手机的时间。',
  codeUsed: '这个验证码已经用过了，请等验证器显示下一个（最多 30 秒）。',
  signInOver: '这次登录已经过期，或者试错的次数太多了，请重新登录。',
  totpUnreadable: '服务器上少了加密用的密钥，验证码现在核对不了；可以用恢复码，或者请管理员处理。',
  totpOn: '两步验证已经开着；要换一台手机，请先关闭再开启。',
  totpOff: '两步验证没有开。',
  totpNotBegun: '这个二维码已经失效，请重新开始。',
  ownTotp: '自己的两步验证，请在“我的账号”里关闭。',
};
