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

export const encryption: typeof shape = { undecodable, keyFile, help, keys, doctor };
