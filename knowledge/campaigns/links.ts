const scheme = String.raw`[a-z][a-z0-9+.-]*:\/\/`;
/** What chat apps turn into a link without being told. */
const domains =
  'com|cn|net|org|gov|edu|info|biz|top|xyz|cc|vip|io|me|app|site|shop|online|link|club|pro|wang|tw|hk|ru|ly|tk|pw';
const bareDomain = String.raw`(?<![@\w.-])(?:[\w-]+\.)+(?:${domains})(?![\w.-]*@)(?![\w-])`;
const opener = String.raw`(?<!\w)(?:javascript|data|tg|weixin|alipays?|file):(?=\S)`;
const link = new RegExp(
  String.raw`(?:${scheme}|${opener}|${bareDomain})[^\s\p{Script=Han}，。；：、！？）】》”"'<>]*`,
  'giu',
);

/**
 * The first link in a text that is not a plain `https` one; null without any. Refused too: one without its scheme, which apps open
 * unencrypted, one with a user name, which hides where it leads, and one whose name only looks like another.
 */
export function linkThatIsNoHttps(text: string): string | null {
  for (const [found] of text.matchAll(link)) if (!isPlainHttps(found)) return found;
  return null;
}

function isPlainHttps(found: string): boolean {
  if (!/^https:\/\//i.test(found) || !URL.canParse(found)) return false;
  const { username, password, hostname } = new URL(found);
  return username === '' && password === '' && hostname.includes('.') && !/(?:^|\.)xn--/.test(hostname);
}
