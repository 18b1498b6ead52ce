/** An error that a person can act on. Shown as one line in both languages, without a stack trace. */
export class UserError extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(text: { zh: string; en: string }, cause?: unknown) {
    super(`${text.zh} / ${text.en}`, { cause });
    this.name = 'UserError';
    this.zh = text.zh;
    this.en = text.en;
  }
}
