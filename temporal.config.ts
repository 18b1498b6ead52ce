import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { TLSConfig } from '@temporalio/common/lib/internal-non-workflow';
import { userError } from './cli/both-languages.ts';

/** How to reach Temporal: an envconfig profile (`temporal.toml`), with TEMPORAL_* variables on top. */
export interface TemporalSettings {
  /** Null: the embedded server. */
  address: string | null;
  namespace: string;
  tls: TLSConfig | boolean | null;
  apiKey: string | null;
  metadata: Record<string, string> | null;
}

/** Options that `Connection.connect` and `NativeConnection.connect` both take. */
export interface TemporalConnectionOptions {
  address: string;
  tls?: TLSConfig | boolean;
  apiKey?: string;
  metadata?: Record<string, string>;
}

/** Throws UserError when a profile is named that does not exist or cannot be read. */
export function readTemporalSettings(env: NodeJS.ProcessEnv): TemporalSettings {
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: textsOnly(env) });
    const { address, tls, apiKey, metadata } = connectionOptions;
    return {
      address: address ?? null,
      namespace: namespace ?? 'default',
      tls: typeof tls === 'object' || typeof tls === 'boolean' ? tls : null,
      apiKey: typeof apiKey === 'string' ? apiKey : null,
      metadata: plainMetadata(metadata),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw userError((t) => t.cli.settings.temporalProfileBad({ reason }), error);
  }
}

/** What client and worker connect with. The embedded server on loopback gets neither key nor TLS. */
export function temporalConnection(
  settings: TemporalSettings,
  embeddedAddress: string | null,
): { connectionOptions: TemporalConnectionOptions; namespace: string } | null {
  const { address, namespace, tls, apiKey, metadata } = settings;
  if (address === null) {
    return embeddedAddress === null
      ? null
      : { connectionOptions: { address: embeddedAddress }, namespace: 'default' };
  }
  return {
    namespace,
    connectionOptions: {
      address,
      ...(tls === null ? {} : { tls }),
      ...(apiKey === null ? {} : { apiKey }),
      ...(metadata === null ? {} : { metadata }),
    },
  };
}

/** An empty variable counts as not set. */
const textsOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''),
  );

function plainMetadata(metadata: Record<string, unknown> | undefined): Record<string, string> | null {
  const entries = Object.entries(metadata ?? {}).filter(
    (e): e is [string, string] => typeof e[1] === 'string',
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
