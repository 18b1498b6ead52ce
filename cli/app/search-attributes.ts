import type { Client } from '@temporalio/client';
import { searchAttributeNames } from '../../workflows/contract.ts';
import { userError } from '../both-languages.ts';

/** `INDEXED_VALUE_TYPE_KEYWORD` of Temporal's API. */
const keyword = 2;

/**
 * Makes sure that a Temporal server which is not ours knows our search attributes: without them no enrollment starts.
 * Throws UserError with what an administrator has to add, where we may not (Temporal Cloud, for one).
 */
export async function ensureSearchAttributes({ connection, options }: Client): Promise<void> {
  const { namespace } = options;
  const names = Object.values(searchAttributeNames);
  let missing: string[] = names;
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    missing = names.filter((name) => Number(customAttributes[name]) !== keyword);
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, keyword]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    throw userError((t) => t.app.searchAttributesMissing({ names: missing.join(' ') }), error);
  }
}
