import { mkdir, writeFile } from 'node:fs/promises';
import { openFactory } from './sqlite-adapter.ts';
import { migrationsFolder, readMigrations, sqlToSchema } from './schema-engine.ts';

/** `npx tsx prisma/make-migration.ts <name>`: writes what the migrations lack of `schema.prisma` as the next migration. */
const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('usage: npx tsx prisma/make-migration.ts <snake_case_name>\n');
  process.exit(2);
}

const scratch = await openFactory(':memory:').connect();
const sql = await sqlToSchema(scratch, await readMigrations());
await scratch.dispose();
if (sql === null) {
  process.stdout.write('schema and migrations agree; nothing to do\n');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = new URL(`${stamp}_${name}/`, migrationsFolder);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('migration.sql', folder), sql);
  await writeFile(new URL('migration_lock.toml', migrationsFolder), 'provider = "sqlite"\n');
  process.stdout.write(`prisma/migrations/${stamp}_${name}/migration.sql\n`);
}
