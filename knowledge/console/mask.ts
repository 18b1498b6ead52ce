/** 张三丰 -> 张**: enough to tell two people of a firm apart. */
export const maskName = (name: string): string =>
  Array.from(name)
    .map((c, i) => (i === 0 ? c : '*'))
    .join('');

/** 13812345678 -> *******5678. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/gu, '').length;
  let seen = 0;
  return phone.replace(/\d/gu, (digit) =>
    (seen += 1) > digits - Math.min(4, Math.floor(digits / 2)) ? digit : '*',
  );
};
