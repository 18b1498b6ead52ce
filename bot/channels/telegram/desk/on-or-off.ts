const on = ['', 'on', '开', '打开', '开启', '開', '打開', '開啟'];
const off = ['off', '关', '关闭', '关掉', '取消', '解除', '停用', '關', '關閉', '關掉'];

/** What stands behind a command that turns something on or off; null for any other word, which is never taken for "on". Pure. */
export function onOrOff(words: string): 'on' | 'off' | null {
  const said = words
    .normalize('NFKC')
    .replace(/[\s。．.!！,，;；~～、]+$/u, '')
    .trim()
    .toLowerCase();
  if (on.includes(said)) return 'on';
  return off.includes(said) ? 'off' : null;
}
