// A worker thread runs plain JavaScript first: what follows is TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./answer-in-thread.ts');
