import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

export const migrationsFolder = new URL('./migrations/', import.meta.url);
const schemaFile = new URL('./schema.prisma', import.meta.url);

export interface Migration {
  name: string;
  sql: string;
}

/** The migrations of this code, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(new URL(`${name}/migration.sql`, migrationsFolder), 'utf8'),
    })),
  );
}

const filters = { externalTables: [], externalEnums: [] };

function listOf(migrations: Migration[]) {
  return {
    baseDir: migrationsFolder.pathname,
    shadowDbInitScript: '',
    lockfile: { path: './migration_lock.toml', content: 'provider = "sqlite"\n' },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

/** Writes the migrations that the database does not have yet, over this one connection; returns their names. */
export async function applyMigrations(
  connection: SqlDriverAdapter,
  migrations: Migration[],
): Promise<string[]> {
  const engine = await openEngine(connectTo(connection));
  const done = await engine.applyMigrations({ filters, migrationsList: listOf(migrations) });
  return done.appliedMigrationNames;
}

/** The SQL that takes a database with these migrations to `schema.prisma`; null when they agree. */
export async function sqlToSchema(
  scratch: SqlDriverAdapter,
  migrations: Migration[],
): Promise<string | null> {
  const engine = await openEngine(connectTo(scratch));
  const difference = await engine.diff({
    from: migrations.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...listOf(migrations) },
    to: {
      tag: 'schemaDatamodel',
      files: [{ path: 'schema.prisma', content: await readFile(schemaFile, 'utf8') }],
    },
    script: true,
    exitCode: true,
    filters,
  });
  return difference.exitCode === 0 ? null : difference.stdout;
}

/** The caller opened the connection and closes it; the engine only borrows it. */
function connectTo(connection: SqlDriverAdapter): SqlMigrationAwareDriverAdapterFactory {
  const borrowed: SqlDriverAdapter = {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: async (query) => connection.queryRaw(query),
    executeRaw: async (query) => {
      if (query.args.length > 0) return connection.executeRaw(query);
      // A shadow database gets whole migrations this way, and the driver takes one statement at a time.
      await connection.executeScript(query.sql);
      return 0;
    },
    executeScript: async (script) => connection.executeScript(script),
    startTransaction: async (level) => connection.startTransaction(level),
    dispose: async () => undefined,
  };
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: async () => borrowed,
    connectToShadowDb: async () => borrowed,
  };
}

let loaded: Promise<void> | undefined;

/** Prisma's own engine as WebAssembly: its command line would fetch a binary from the internet. */
async function openEngine(factory: SqlMigrationAwareDriverAdapterFactory) {
  loaded ??= loadEngine();
  await loaded;
  const schema = await readFile(schemaFile, 'utf8');
  return engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

async function loadEngine(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const binary = await readFile(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': { ...engineModule },
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  // The engine reports a panic through this global; without it the cause would be lost.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`schema engine: ${message}`);
      },
    },
  });
}
