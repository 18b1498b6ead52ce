import { z } from 'zod';

/** Imports as the console's interface shows them. A file comes in the body, and is kept no longer than the call. */

const text = (max: number) => z.string().max(max);
const count = z.int().min(0);
const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'ImportWords' });
export const listFields = [
  'name',
  'uscc',
  'city',
  'exportValue',
  'contactName',
  'contactPhone',
  'listed',
] as const;
const field = z.enum(listFields);
const importId = z.string().regex(/^[\w-]{16,64}$/u);

const offer = {
  fileName: text(255),
  content: text(7_000_000).meta({ description: 'The file, as Base64; 5 MB at most.' }),
  unit: z.enum(['usd', 'wanUsd']).nullable().meta({ description: 'Null: as the header says.' }),
  listed: z.boolean().nullable().meta({ description: 'Of all rows; null: as a column says.' }),
  fields: z
    .array(field.nullable())
    .max(500)
    .nullable()
    .meta({ description: 'What each column is; null: as the headers say.' }),
};
export const offerBody = z.object(offer).meta({ id: 'OfferedList' });
export const applyBody = z
  .object({ ...offer, id: importId.meta({ description: 'Of one press of the button.' }) })
  .meta({ id: 'ImportList' });

const issue = z
  .object({
    ...{ row: count, column: z.string() },
    place: count.nullable().meta({ description: 'Which column of the file; null: none.' }),
    severity: z.enum(['error', 'warning']),
    words,
  })
  .meta({ id: 'ImportIssue' });
export const checkAnswer = z
  .object({
    problem: words.nullable().meta({ description: 'Why nothing of it can be imported as it stands.' }),
    columns: z.array(
      z.object({ header: z.string(), field: field.nullable(), examples: z.array(z.string()) }),
    ),
    fieldNames: z.array(z.object({ field, words })),
    unit: z.enum(['usd', 'wanUsd']).nullable(),
    exportYear: z.int().nullable(),
    ...{ rowCount: count, accepted: count, listed: count, rejected: count, known: count },
    issues: z.array(issue).meta({ description: 'The first ones.' }),
    issueCount: count,
    rows: z
      .array(z.object({ row: count, cells: z.array(z.string()) }))
      .meta({ description: 'The first rows of the file, and the first of those with something wrong.' }),
    notices: z.array(words),
  })
  .meta({ id: 'CheckedList' });

const line = z
  .object({
    ...{ id: z.string(), fileName: z.string(), fileHash: z.string() },
    by: z.string().nullable().meta({ description: 'Null: from the command line.' }),
    state: z.enum(['running', 'cutOff', 'done']),
    ...{ rowCount: count, accepted: count, rejected: count, written: count },
    ...{ created: count, changed: count, unchanged: count },
    undone: count.meta({ description: 'Firms for which it was undone.' }),
    undo: z.enum(['possible', 'running']).nullable().meta({
      description: 'Null: it is not the last import that changed something, or nothing of it is left.',
    }),
    createdAt: z.string().meta({ description: 'ISO 8601, UTC.' }),
  })
  .meta({ id: 'FirmImport' });
export const importLine = line;
export const importList = z.object({ imports: z.array(line) }).meta({ id: 'FirmImports' });
export const importBody = z.object({ id: importId }).meta({ id: 'FirmImportChoice' });

const undoing = z.enum(['remove', 'takeOff', 'restore']);
export const undoPreview = z
  .object({
    toUndo: z.object({ remove: count, takeOff: count, restore: count }).meta({
      description: 'Firms that are removed, taken off the list, or given their former values again.',
    }),
    left: z
      .array(z.object({ reason: words, count }))
      .meta({ description: 'Firms that are left as they are, because something happened since.' }),
    undone: count,
    firms: z
      .array(
        z.object({
          ...{ uscc: z.string(), name: z.string(), city: z.string() },
          undo: undoing.nullable().meta({ description: 'Null: it is left as it is.' }),
          reason: words.nullable(),
        }),
      )
      .meta({
        description: 'The first of those that are undone, and of those that are left. None of other cities.',
      }),
  })
  .meta({ id: 'ImportUndoPreview' });
