/** How long the code in a mail works, and how many wrong ones are taken before it does not. */
export const mailCodeMinutes = 30;
export const mailCodeAttempts = 5;

/**
 * Mails with a code, so that nobody's mailbox can be flooded through us: to one address and for one person within a day, and to
 * everybody within an hour.
 */
export const mailCodesFor = { addressADay: 3, personADay: 5, allAnHour: 60 };
