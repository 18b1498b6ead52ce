/** Whoever reads there cannot tap, and what they reply reaches nobody: texts say so in other words. */
export const mailChannel = 'mail';
