const pairsOf = (form: string): string[] => {
  const characters = Array.from(form);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
};

/** How much two forms have in common, 0 to 1 (Dice's measure over pairs of characters). */
export function overlap(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)];
  const shared = a.length - without(a, b).length;
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** What of `all` is left when each of `taken` was taken away once. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of taken) counts.set(one, (counts.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = counts.get(one) ?? 0;
    counts.set(one, count - 1);
    return count <= 0;
  });
}

/** One of these more makes a case of its own: 保单丢了能退保吗 is not 保单能退保吗. */
const narrowing =
  /[丢坏忘错晚迟死破欠拒旧老新美欧英俄日韩印非港澳台]|过期|逾期|变更|注销|吊销|停业|外资|个体|子公司|分公司|已经|之前|以前|第二|再次/u;
/** One of these in the place of another is another act or thing. */
const contrast = /[退投参续补换改删增减加查开关进出买卖收付你我]/u;

/** Whether what one question has and the other has not makes two questions of them, whatever else they share. */
export function setApart(left: string, right: string): boolean {
  if (!/\p{Script=Han}/u.test(left + right)) return false;
  const [a, b] = [Array.from(left), Array.from(right)];
  const [onlyLeft, onlyRight] = [without(a, b).join(''), without(b, a).join('')];
  if (narrowing.test(onlyLeft) || narrowing.test(onlyRight)) return true;
  if (contrast.test(onlyLeft) && contrast.test(onlyRight)) return true;
  // A word in the place of another: 申请 and 取消. Which words mean the same, `gist.ts` says.
  return onlyLeft.length >= 2 && onlyRight.length >= 2;
}
