import type { Schemas } from '../api/client.ts';

export interface ActionProps {
  firm: Schemas['FirmDetail'];
  /** Something happened: the page is read again. */
  changed: () => void;
}
