/** Names of systems that send official events or are told of changes. */
export const sourceName = /^[a-z0-9][a-z0-9-]{0,31}$/;
