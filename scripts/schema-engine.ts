// Prisma's schema engine as WebAssembly, for writing migrations and checking them. The package's own entry
// imports the .wasm file as a module, which Node does not do yet, so it is instantiated here; `prisma
// migrate` would need a binary that is downloaded on install.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

type Bindings = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: EngineExports): void;
};

/**
 * What the module exports; `__wbindgen_start` is the start routine of every module that wasm-bindgen makes.
 */
interface EngineExports {
  __wbindgen_start(): void;
}

// Only TypeScript's browser library types WebAssembly.
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: EngineExports }>;
};

/**
 * The package holds one engine for the whole process, and a second start would pull the memory from under the
 * first. So the promise is the process's own too: the tests of two projects load this module twice.
 */
const inProcess = globalThis as { onRecordSchemaEngine?: Promise<Bindings> };

/** What the engine's commands take where all tables and enums are meant. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * A schema engine that works on the database of `connection`, and where it has to try migrations on another,
 * empty one, on that of `scratch`. Call `free()` when done; the connections stay open.
 */
export async function createSchemaEngine(
  connection: SqlDriverAdapter,
  scratch?: SqlDriverAdapter,
): Promise<SchemaEngine> {
  inProcess.onRecordSchemaEngine ??= loadBindings();
  const { SchemaEngine: Engine } = await inProcess.onRecordSchemaEngine;
  const ignoreLogs = () => {};
  const factory = bindMigrationAwareSqlAdapterFactory(borrowed(connection, scratch));
  return Engine.new({ datamodels: undefined }, ignoreLogs, factory);
}

function borrowed(
  connection: SqlDriverAdapter,
  scratch?: SqlDriverAdapter,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: async () => keptOpen(connection),
    connectToShadowDb: async () => {
      if (!scratch) throw new Error('this schema engine was given no scratch database');
      return keptOpen(scratch);
    },
  };
}

/** The engine disposes of its connections; whoever opened them still needs them. */
function keptOpen(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => connection.queryRaw(query),
    executeRaw: (query) => executeRaw(connection, query),
    executeScript: (script) => connection.executeScript(script),
    startTransaction: (level) => connection.startTransaction(level),
    getConnectionInfo: () => connection.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: async () => {},
  };
}

/** The engine sends whole scripts as if they were one statement; it does not read the number of rows. */
async function executeRaw(connection: SqlDriverAdapter, query: SqlQuery): Promise<number> {
  if (query.args.length > 0) return connection.executeRaw(query);
  await connection.executeScript(query.sql);
  return 0;
}

async function loadBindings(): Promise<Bindings> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  // Typed as the plain functions, this entry is the whole of the bindings.
  const loaded = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings;
  const module = await WebAssembly.compile(await readFile(script.replace(/\.js$/, '.wasm')));
  // The functions that the engine calls back stand in the bindings as well.
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': loaded });
  loaded.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return loaded;
}
