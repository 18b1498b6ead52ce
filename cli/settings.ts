/** What the environment and `.env` say, read and checked once at start. Owned by the runtime part. */
export interface Settings {
  mode: 'trial' | 'live';
  /** The mode's own folder: `<TONGBAO_DATA_DIR>/<mode>`. Absolute. */
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string | null;
  packId: string;
  telegram: {
    token: string;
    apiRoot: string | null;
    proxy: string | null;
    webhookSecret: string | null;
  } | null;
  /** `file:` URL of the SQLite database. */
  databaseUrl: string;
  /** Null: the embedded server that `npm start` starts. */
  temporalAddress: string | null;
  temporalCliPath: string | null;
}
