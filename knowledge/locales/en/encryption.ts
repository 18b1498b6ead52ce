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
  missing: ({ path }) => `There is no key file ${path} yet; the first npm start makes it.`,
  busy: ({ pid }) => `Another process (pid ${pid}) is rotating the keys; try again in a moment.`,
};

export const encryption: typeof shape = { undecodable, keyFile };
