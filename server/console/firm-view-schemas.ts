import { z } from 'zod';
import { builtInViews } from '../../knowledge/console/firm-views.ts';
import type { BuiltInView } from '../../knowledge/console/firm-views.ts';
import { filter, words } from './firm-schemas.ts';

/** Views of the list of firms: what was asked for, kept under a name. */

const text = (max: number) => z.string().max(max);

export const viewQuery = z
  .object({ ...filter, packId: text(100).nullable().meta({ description: 'Null: the office’s own.' }) })
  .meta({ id: 'FirmViewQuery' });

const known = z.object({ id: z.int(), version: z.int() });
const codes = Object.keys(builtInViews) as [BuiltInView, ...BuiltInView[]];

export const viewList = z
  .object({
    mayShare: z.boolean(),
    builtIn: z.array(
      z.object({ code: z.enum(codes), name: words, query: viewQuery }).meta({ id: 'BuiltInFirmView' }),
    ),
    kept: z
      .array(
        z
          .object({
            ...known.shape,
            ...{ name: z.string(), query: viewQuery },
            shared: z.boolean().meta({ description: 'With the office; else the account’s own.' }),
            mine: z.boolean(),
            madeBy: z.string().nullable().meta({ description: 'Null: somebody who is no longer here.' }),
            mayChange: z.boolean(),
          })
          .meta({ id: 'FirmView' }),
      )
      .meta({ description: 'By name.' }),
  })
  .meta({ id: 'FirmViews' });

export const saveViewBody = z
  .object({
    known: known.nullable().meta({ description: 'As it was read; null: a new one.' }),
    ...{ name: text(200), shared: z.boolean(), query: viewQuery },
  })
  .meta({ id: 'SaveFirmView' });
export const savedView = z.object({ id: z.int() }).meta({ id: 'SavedFirmView' });
export const removeViewBody = known.meta({ id: 'RemoveFirmView' });
