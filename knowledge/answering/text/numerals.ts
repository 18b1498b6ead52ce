const digitOf: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const unitOf: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

function valueOf(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const char of numeral) {
    const unit = unitOf[char];
    if (unit === undefined) digit = digitOf[char] ?? digit;
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** Chinese numerals that count money, days or shares become digits: 四十五万 -> 45万, 三百六十天 -> 360天. */
export function readNumerals(text: string): string {
  return text
    .replace(/([零一二两俩三四五六七八九十百千]+)(?=来?[万亿天]|多万|几万|美元|美刀|块|个月)/g, (numeral) =>
      String(valueOf(numeral)),
    )
    .replace(/二零([零〇一二三四五六七八九]{2})年/g, (_all, digits: string) => {
      const year = Array.from(digits)
        .map((digit) => digitOf[digit] ?? 0)
        .join('');
      return `20${year}年`;
    });
}

const scales: Record<string, number> = {
  万: 1e4,
  千: 1e3,
  亿: 1e8,
  百万: 1e6,
  千万: 1e7,
  k: 1e3,
  m: 1e6,
  thousand: 1e3,
  million: 1e6,
};

/** The first amount of money in normalised text, or null. The currency is not judged here. */
export function firstAmount(text: string): number | null {
  const found =
    /(\d[\d,]*(?:\.\d+)?) ?(百万|千万|万|亿|千|thousand|million|k\b|m\b)?(?:多|几|来)? ?(美元|块|元|欧元|dollars?|us dollars?)?/.exec(
      text,
    );
  if (found?.[1] === undefined || (found[2] === undefined && found[3] === undefined)) return null;
  return Number(found[1].replaceAll(',', '')) * (scales[found[2] ?? ''] ?? 1);
}
