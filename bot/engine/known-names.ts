import type { PolicyPack } from '../../knowledge/packs/schema.ts';

/** Names in a pack that look like a company's but are no exporter's. Longest first, so that none cuts another. */
export const knownNames = (pack: PolicyPack): string[] =>
  [
    pack.insurer.name,
    pack.insurer.branch,
    pack.insurer.shortName,
    `${pack.insurer.name}${pack.insurer.branch}`,
    '出口信用保险公司',
    '保险公司',
    '货代公司',
    '物流公司',
    '外贸公司',
    '贸易公司',
    '进出口公司',
  ].sort((a, b) => b.length - a.length);
