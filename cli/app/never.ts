/** For a part that cannot fail on its own. */
export const never: Promise<never> = new Promise(() => undefined);
