/** Often enough to show that something happens, seldom enough to read. */
export const progressEveryMs = 5_000;
