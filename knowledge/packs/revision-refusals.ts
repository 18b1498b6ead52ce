/** Why a change of a pack was not made. Sentences live in the locales. */
export type RevisionRefusal =
  'moved' | 'unchanged' | 'noReason' | 'notFound' | 'notDraft' | 'gate' | 'issues' | 'invalid';
