/** Whether the file system did not let us write: no rights, read only, or full. */
export const isWriteRefused = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(String(error.code));
