// No label holds a dot: a text of many of them could otherwise be split in as many ways as there are, and never be done with.
const address =
  /([^\s，,；;：:（）()<>《》@＠]+[@＠][^\s，,；;：:（）()<>《》.．。]+(?:[.．。][^\s，,；;：:（）()<>《》.．。]+)+)/u;
const own = '(?:我的|我们的)?(?:电子)?(?:邮箱|邮件)(?:地址)?';
const given: readonly RegExp[] = [
  new RegExp(
    `^(?:请|把)?(?:提醒|通知|消息)?(?:也)?(?:发到)?(?:${own})?(?:是|为|改成|换成|[:：])?\\s*${address.source}$`,
    'u',
  ),
  new RegExp(`^(?:my )?(?:e-?mail|mail)(?: address)?(?: is|:)?\\s*${address.source}$`, 'iu'),
];
const shown = new RegExp(`^(?:${own}(?:提醒|设置)?|邮件提醒|(?:my )?(?:e-?mail|mail)(?: address)?)$`, 'iu');
const off: readonly RegExp[] = [
  new RegExp(`^(?:请)?(?:删除|删掉|移除|取消|解绑|不用|关闭)${own}(?:提醒)?(?:了|吧)?$`, 'u'),
  /^(?:please )?(?:remove|delete|forget|turn off) (?:my )?(?:e-?mail|mail)(?: address)?$/iu,
];
const code = /^(?:邮箱)?(?:验证码|校验码|code)(?:是|为|[:：])?\s*(\d{6})$/iu;

/** What `/mail` would be given for these words; null when they are about something else. */
export function mailWords(text: string): string | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！]$/u, '');
  if (said.length > 300) return null;
  if (shown.test(said)) return '';
  if (off.some((pattern) => pattern.test(said))) return 'off';
  return (
    code.exec(said)?.[1] ??
    given.map((pattern) => pattern.exec(said)?.[1]).find((x) => x !== undefined) ??
    null
  );
}

/** Six digits and nothing else: a code, if the person waits for one. */
export const bareMailCode = (text: string): string | null =>
  /^\d{3}\s?\d{3}$/.test(text.normalize('NFKC').trim()) ? text.normalize('NFKC').replace(/\s/g, '') : null;
