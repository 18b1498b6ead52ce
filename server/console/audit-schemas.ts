import { z } from 'zod';
import { choice } from './firm-schemas.ts';

const text = (max: number) => z.string().max(max);
const date = z.iso.date().nullable().meta({ description: '`YYYY-MM-DD` in Shanghai.' });

const filter = {
  actor: text(100).nullable(),
  action: text(100).nullable().meta({ description: 'What it begins with.' }),
  target: text(100).nullable().meta({ description: 'Part of it; a firm’s code finds its enrollments too.' }),
  from: date,
  to: date.meta({ description: 'The last day of it.' }),
};
export const auditFilterBody = z.object(filter).meta({ id: 'AuditFilter' });
export const auditBody = z
  .object({ ...filter, page: z.int().min(1).max(100_000), pageSize: z.int().min(1).max(100) })
  .meta({ id: 'AuditSearch' });
export const auditPage = z
  .object({
    total: z.int(),
    entries: z.array(
      z
        .object({
          ...{ id: z.int(), at: z.string(), actor: z.string(), action: z.string() },
          ...{ target: z.string(), outcome: z.string(), detail: z.string().nullable() },
        })
        .meta({ id: 'AuditEntry' }),
    ),
  })
  .meta({ id: 'AuditPage' });
export const auditOptions = z
  .object({ actors: z.array(choice), actions: z.array(z.string()) })
  .meta({ id: 'AuditOptions' });
