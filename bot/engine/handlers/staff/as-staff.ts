import type { PrivateContext } from '../../private-context.ts';

/** A staff member's private chat: the only place where these commands work. */
export interface StaffContext extends PrivateContext {
  staff: NonNullable<PrivateContext['staff']>;
}

/** Null for anybody who is not linked staff; the attempt is kept. */
export async function asStaff(context: PrivateContext, what: string): Promise<StaffContext | null> {
  const { ports, identity, staff } = context;
  if (staff !== null) return { ...context, staff };
  await ports.stores.audit.record({
    actor: identity.id,
    action: `staff.${what}`,
    target: '',
    outcome: 'refused',
  });
  ports.log.warn('staff.refused', { identityId: identity.id, command: what });
  return null;
}
