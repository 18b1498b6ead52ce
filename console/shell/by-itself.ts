/** Goes with what a page reads by itself: that is no use of the session, which ends as if nothing had been read. */
export const byItself = { 'x-by-itself': '1' };
