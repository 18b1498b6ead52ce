const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

/** `2026-11-23 14:05`, Beijing time: as people here read it. */
export const when = (instant: string): string => format.format(new Date(instant));
