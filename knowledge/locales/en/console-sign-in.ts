export const signInErrors = {
  wrongCode:
    'This is not the code, nor a recovery code. Use the six digits that your authenticator shows now, and check the clock of your phone.',
  codesStopped:
    'Too many wrong codes: none is taken for now. Enter a recovery code, or ask an administrator of all cities to turn your second step off.',
  codeUsed: 'This code was used already. Wait for the next one (30 seconds at most).',
  signInOver: 'This sign-in is over, or was tried too often. Please sign in again.',
  totpUnreadable:
    'A key for encryption is missing on the server, so codes cannot be checked now. Use a recovery code, or ask an administrator.',
  totpOn: 'Two-step sign-in is on. To change to another phone, turn it off first.',
  totpOff: 'Two-step sign-in is off.',
  totpNotBegun: 'This QR code is no longer valid. Please start again.',
  ownTotp: 'Turn your own two-step sign-in off in “My account”.',
  telegramOff: 'Telegram is not connected here. Please sign in with login and password.',
  telegramForged: 'What Telegram said could not be verified. Please try again.',
  telegramStale:
    'What Telegram said is too old or was used already. Please try again; a wrong clock of the server does this, too.',
  telegramUnknown:
    'No account is linked to this Telegram account, or it is disabled. Sign in with login and password first, and link it in “My account”.',
  telegramTaken: 'This Telegram account is linked to another account. Nothing was changed.',
};
