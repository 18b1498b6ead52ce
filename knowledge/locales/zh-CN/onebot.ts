/** What is said of QQ, by way of OneBot. */
export const onebot = {
  /** Above the list of what may be typed, where there are no buttons. */
  typeOne: {
    private: '接下来可以回复字母，或直接打后面的字：',
    group: '想接着问，请 @我 再打字母，或打后面的字：',
  },
  doctor: {
    connectHere: (p: { url: string }): string => `QQ：登录 QQ 的程序应连到 ${p.url}。`,
    online: 'QQ：已连上，账号在线，可以发消息。',
    unchecked: 'QQ：刚连上，还没查到账号的状态，稍后再查。',
    waiting: 'QQ：还没有程序连进来。请在它那里填上面的地址和 ONEBOT_ACCESS_TOKEN，见 docs/qq.md。',
    refusedHere: 'QQ：有程序来连，口令不对，没让它进来。请把它那里的口令改成 ONEBOT_ACCESS_TOKEN 的值。',
    refusedThere: 'QQ：对方不接受这个口令，请核对 ONEBOT_ACCESS_TOKEN。',
    unreachable: 'QQ：连不上 ONEBOT_URL，请看登录 QQ 的程序开着没有、地址对不对。',
    offline: 'QQ：连着，但 QQ 账号不在线（掉线、被下线或被冻结），发不出消息。请在那个程序里重新登录。',
    silent: 'QQ：连着，但不答复调用，消息多半发不出去。请重启登录 QQ 的程序。',
    notRunning: 'QQ：统保没在运行，或不在这台机器上，看不到有没有程序连进来。',
    plainText: (p: { host: string }): string =>
      `QQ：与 ${p.host} 的连接不加密，口令和聊天内容都会明着走网络。请用同一台机器，或者走 wss://。`,
    noToken: 'QQ：ONEBOT_URL 不在本机，又没设口令。请两边都设上 ONEBOT_ACCESS_TOKEN。',
  },
  settings: {
    noDirection: (): string =>
      '设了 ONEBOT_ACCESS_TOKEN，还没说怎么连：登录 QQ 的程序连过来，就设 ONEBOT_REVERSE=on；由统保去连它，就设 ONEBOT_URL。不用 QQ 的话请删去。',
    bothDirections: (): string =>
      'ONEBOT_REVERSE 和 ONEBOT_URL 只能用一个：两边都连，每条消息都会来两次。请删去其中一个。',
    tokenMissing: (): string =>
      '设了 ONEBOT_REVERSE=on，就要设 ONEBOT_ACCESS_TOKEN：没有口令，谁都可以冒充 QQ 连进来。',
  },
};
