import type { encryption as shape } from '../zh-CN/encryption.ts';

const undecodable: typeof shape.undecodable = {
  keyUnknown: ({ keyId }) =>
    `This piece of data in Temporal was encrypted with key ${keyId}, which is not here; put it back into the key file or TONGBAO_PAYLOAD_KEYS, see docs/encryption.md.`,
  damaged: ({ keyId }) =>
    `This piece of data in Temporal (key ${keyId}) cannot be decrypted: it was changed, or another secret stands under that key's ID.`,
  foreign: () =>
    'This piece of data in Temporal was encrypted by another program; tongbao cannot decrypt it.',
};

const keyFile: typeof shape.keyFile = {
  malformed: ({ path }) =>
    `The key file ${path} is not well-formed: each line should be "id:key". Restore it from a backup instead of mending it; see docs/encryption.md.`,
  unreadable: ({ path }) =>
    `The key file ${path} cannot be read or written; check its permissions and those of its folder.`,
  made: ({ path }) =>
    `Made the key file ${path}, which encrypts the data in Temporal; keep a backup of it apart. If there was one before, stop and restore it from a backup.`,
  missing: ({ path }) => `There is no key file ${path} yet; the first npm start makes it.`,
  busy: ({ pid }) => `Another process (pid ${pid}) is rotating the keys; try again in a moment.`,
};

const help: typeof shape.help = {
  keys: 'keys of the data in Temporal: list and rotate them, and tokens for staff who may look at the data',
  list: 'lists the IDs of the keys, never a key',
  rotate: 'adds a new key that encrypts from now on; the older ones stay for decrypting',
  uiToken: 'tokens with which a staff member sees the data on the Temporal pages',
  uiTokenAdd: 'makes a token for a staff member',
  uiTokenStaff: 'ID of the staff member, see staff list',
  uiTokenHours: 'valid for this many hours, 1 to 720',
  uiTokenList: 'lists the tokens that are valid',
  uiTokenRevoke: 'revokes a token at once',
  uiTokenId: 'ID, see keys ui-token list',
};

const keys: typeof shape.keys = {
  columns: ['ID', 'use'],
  encrypts: 'encrypts and decrypts',
  decrypts: 'decrypts only',
  fromFile: ({ path }) => `From the key file ${path}; keep a backup of it apart.`,
  fromSetting: 'From the setting TONGBAO_PAYLOAD_KEYS.',
  rotated: ({ id }) =>
    `Added the new key ${id}, which encrypts from now on; running programs take it within seconds, without a restart.`,
  backUp: ({ path }) => `Back up ${path} again, and delete no older key: older data need them.`,
  rotateSetting:
    'The keys come from TONGBAO_PAYLOAD_KEYS, so change that setting: on every machine first add the new key at the end and restart, then move it to the front and restart; keep the older ones. See docs/encryption.md.',
};

const doctor: typeof shape.doctor = {
  fromSetting: ({ count, id }) => `TONGBAO_PAYLOAD_KEYS holds ${count} key(s); ${id} encrypts.`,
  fromFile: ({ count, id, path }) =>
    `The key file ${path} holds ${count} key(s); ${id} encrypts. Without it the data in Temporal cannot be read: keep a backup of it apart.`,
  readable: ({ path }) => `Other users can read the key file ${path}; run chmod 600 ${path}.`,
  missing: ({ path }) =>
    `There is no key file ${path} yet; the first npm start makes it. If there was one before, restore it from a backup first.`,
  onlyHere: ({ address }) =>
    `The keys are in a file of this machine only; if other machines use ${address} too, set the same TONGBAO_PAYLOAD_KEYS on each, or they cannot read one another.`,
};

const uiToken: typeof shape.uiToken = {
  badHours: ({ value }) => `--hours cannot be "${value}"; give a whole number from 1 to 720.`,
  added: ({ name, until, id }) => `Token of ${name} (ID ${id}, valid until ${until}), shown only now:`,
  how: ({ url }) => `Hand it over in private; they open ${url} in a browser and paste it there.`,
  none: 'No token is valid at present.',
  columns: ['ID', 'Name', 'Staff ID', 'Made', 'Valid until (Beijing time)'],
  unknown: ({ id }) => `There is no token ${id}; look it up with tongbao keys ui-token list.`,
  revoked: 'Revoked with immediate effect, also for the browser that signed in with it.',
};

const page: typeof shape.page = {
  title: 'See the data in Temporal',
  about:
    'What Temporal keeps is encrypted. Once you have signed in, the Temporal pages that this browser opens show it in clear. For staff who may see the data of firms only.',
  otherLanguage: '中文',
  tokenLabel: 'Token',
  tokenHint: 'An administrator makes it with tongbao keys ui-token add; it works once.',
  signIn: 'Sign in',
  refused:
    'This token does not work: it may be mistyped, used, expired or revoked. Ask an administrator for a new one.',
  signedIn: ({ name, until }) => `Signed in: ${name}, until ${until} (Beijing time).`,
  openUi: 'Open the Temporal pages',
  firstTime: 'The first time with this browser, set up the Temporal pages once',
  steps: [
    'Click the glasses at the top right (Codec Server).',
    'Fill in as "Codec Server browser endpoint":',
    'Turn on "Include cross-origin credentials".',
    'Click "Apply" and reload the page.',
  ],
  noted: 'Each look is noted: who, and how many pieces, not what they say.',
  signOut: 'Sign out',
};

export const encryption: typeof shape = { undecodable, keyFile, help, keys, doctor, uiToken, page };
