/** Handling an event led to no end: it is to be handled again after a while. */
export class NotSettled extends Error {
  constructor() {
    super('not settled yet');
    this.name = 'NotSettled';
  }
}
