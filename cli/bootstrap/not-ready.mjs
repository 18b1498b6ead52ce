/** A reason to stop that is told in one line. */
export class NotReady extends Error {}
