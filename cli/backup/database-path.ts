import type { Settings } from '../settings.ts';

/** The file that the settings' `file:` URL names. */
export const databasePath = ({ databaseUrl }: Pick<Settings, 'databaseUrl'>): string =>
  databaseUrl.replace(/^file:/, '');
