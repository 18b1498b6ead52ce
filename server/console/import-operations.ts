import * as imports from './import-schemas.ts';
import { sheetType } from './operation.ts';
import type { Operation } from './operation.ts';
import { nothing } from './schemas.ts';

/** Room for a file of 5 MB as Base64, and what stands around it. */
const bodyLimit = 7_100_000;

export const importOperations = {
  listImports: {
    ...{ method: 'GET', path: '/imports', role: 'operator' },
    summary: 'Imports of approved lists, the latest first: one’s own, and those within the account’s cities.',
    answer: imports.importList,
  },
  checkImport: {
    ...{ method: 'POST', path: '/imports/check', role: 'operator', bodyLimit },
    summary: 'What an approved list holds, and what is wrong with it. Nothing is written.',
    body: imports.offerBody,
    answer: imports.checkAnswer,
  },
  exportRejected: {
    ...{ method: 'POST', path: '/imports/rejected', role: 'operator', bodyLimit },
    summary: 'The rows of a list that have errors, with the reasons, as a sheet to correct.',
    body: imports.offerBody,
    answer: nothing,
    file: sheetType,
  },
  applyImport: {
    ...{ method: 'POST', path: '/imports/apply', role: 'operator', bodyLimit },
    summary: 'Import the good rows of a list. Goes on after the answer; the same ID twice is one import.',
    body: imports.applyBody,
    answer: imports.importLine,
  },
  readImport: {
    ...{ method: 'POST', path: '/imports/read', role: 'operator' },
    summary: 'How far an import is.',
    body: imports.importBody,
    answer: imports.importLine,
  },
  previewImportUndo: {
    ...{ method: 'POST', path: '/imports/undo/preview', role: 'operator' },
    summary:
      'What undoing the last import would do, firm by firm, and what it leaves alone and why. Writes nothing.',
    body: imports.importBody,
    answer: imports.undoPreview,
  },
  undoImport: {
    ...{ method: 'POST', path: '/imports/undo', role: 'operator' },
    summary:
      'Undo the last import where nothing happened since. Goes on after the answer; asked for again it goes on with the rest.',
    body: imports.importBody,
    answer: imports.importLine,
  },
} as const satisfies Record<string, Operation>;
