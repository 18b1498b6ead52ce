import type { FirmTarget, Invitation } from '../ports/firm-actions.ts';
import type { FirmActionPorts } from './ports.ts';

const dayMs = 86_400_000;

/** Only the code's hash is stored: whoever asked sees it once. */
export async function inviteFirm(
  ports: Pick<FirmActionPorts, 'stores' | 'newCode' | 'codeValidDays' | 'invitationLinks' | 'clock'>,
  { packId, uscc, staffId }: FirmTarget,
): Promise<Invitation | null> {
  const { firms, identities, audit } = ports.stores;
  const row = await firms.firmRow(packId, uscc);
  if (row?.firm.listed !== true) return null;
  const code = ports.newCode();
  const expiresAt = new Date(ports.clock.now().getTime() + ports.codeValidDays * dayMs).toISOString();
  await identities.mintCode({ purpose: 'firm', uscc: row.firm.uscc }, code, expiresAt, staffId);
  await audit.record({
    ...{ actor: staffId, action: 'console.inviteFirm', target: row.firm.uscc, outcome: 'minted' },
    detail: JSON.stringify({ expiresAt }),
  });
  return { code, expiresAt, links: ports.invitationLinks(code) };
}
