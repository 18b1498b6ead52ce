export const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
