import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { EnginePorts } from './ports.ts';

/** The pack of an enrollment; the office's own for one that is not served any more. */
export const packWith = ({ pack, otherPacks = [] }: EnginePorts, packId: string): PolicyPack =>
  otherPacks.find(({ id }) => id === packId) ?? pack;
