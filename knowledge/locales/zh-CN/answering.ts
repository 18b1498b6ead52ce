export const answering = {} as const;
