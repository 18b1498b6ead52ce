import { hasEnded } from '../../knowledge/enrollment/machine.ts';
import { campaignWorkflowId, digestWorkflowId, enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { EnrollmentCommands } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';
import { allEnrollments } from './all-enrollments.ts';

/** Something that a workflow ought to be working on, by what the database says. */
export interface Recoverable {
  /** An ID of ours. */
  id: string;
  workflowId: string;
  /** Begins it anew where the database stands. To do so twice is to do so once. */
  recover: () => Promise<void>;
}

/** One kind of things that outlive a lost Temporal store. Others join by being listed below. */
export interface RecoverableKind {
  name: 'enrollment' | 'campaign' | 'digest';
  wanted: () => AsyncIterable<Recoverable>;
}

export interface RecoveryParts {
  stores: Pick<Stores, 'campaigns' | 'recovery'>;
  commands: Pick<EnrollmentCommands, 'startCampaign' | 'startDigest'>;
}

export const recoverableKinds = ({ stores, commands }: RecoveryParts): RecoverableKind[] => [
  {
    name: 'enrollment',
    async *wanted() {
      for await (const { snapshot, started } of allEnrollments(stores.recovery)) {
        const { enrollmentId: id, pendingNotices = [] } = snapshot;
        // One that waits is started anyway; one that is over may still have something to say.
        if (!started || (hasEnded(snapshot) && pendingNotices.length === 0)) continue;
        const recover = (): Promise<void> => stores.recovery.markWaiting([id]);
        yield { id, workflowId: enrollmentWorkflowId(id), recover };
      }
    },
  },
  {
    name: 'campaign',
    async *wanted() {
      // What was done has its outcome on record, and its messages their keys: it goes through the rest.
      for (const { id, state } of await stores.recovery.openCampaigns()) {
        const recover = (): Promise<void> => commands.startCampaign(id, { paused: state === 'paused' });
        yield { id, workflowId: campaignWorkflowId(id), recover };
      }
    },
  },
  {
    name: 'digest',
    async *wanted() {
      for (const person of await stores.recovery.peopleCollectedFor()) {
        const { identityId: id } = person;
        yield { id, workflowId: digestWorkflowId(id), recover: () => commands.startDigest(person) };
      }
    },
  },
];
