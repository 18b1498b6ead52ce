export const projectDir: string;

/** Installs dependencies and generates the Prisma client where missing or stale. Throws NotReady. */
export function ensureReady(folder?: string): Promise<void>;

/** Throws NotReady for a Node that is too old. */
export function checkNode(version: string): void;

export function isInstalled(folder: string): boolean;
export function isGenerated(folder: string): boolean;
