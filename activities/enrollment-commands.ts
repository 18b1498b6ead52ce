import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import {
  campaignMessages,
  campaignWorkflowId,
  campaignWorkflowType,
  collectSignal,
  digestWorkflowId,
  digestWorkflowType,
  enrollmentMessages,
  enrollmentWorkflowType,
  enrollmentWorkflowId,
  mainTaskQueue,
  renewalWorkflowId,
  renewalWorkflowType,
  wakeRenewalName,
} from '../workflows/contract.ts';
import type {
  CampaignInput,
  Change,
  ChangeResult,
  DigestInput,
  ReminderResult,
  SteerCampaignInput,
  SteerCampaignResult,
} from '../workflows/contract.ts';
import { EnrollmentUnavailable } from './ports/services.ts';
import type { EnrollmentCommands } from './ports/services.ts';
import type { EnrollmentStore } from './ports/store.ts';
import { endEnrollment, startOptions } from './start-enrollments.ts';

/** A person waits for the answer. An accepted update goes on without them; the workflow knows its event ID. */
const aPersonWaitsMs = 15_000;
const serverAnswersWithinMs = 5_000;
/** A reminder goes out at its channel's pace. */
const reminderWithinMs = 150_000;
/** Reminders of one morning fall due at the same minute; a busy server needs some more to come to all of them. */
const reminderTimesMeetMs = 5 * 60_000;

interface Addressed {
  enrollmentId: string;
  eventId: string;
}
interface UpdateOptions {
  withinMs?: number;
  updateId?: string;
}

export interface CommandOptions {
  answerWithinMs?: number;
  /** How long a digest waits for what else its person is due. */
  collectForMs?: number;
  /** The projection: what a change led to, and what an enrollment that is over is taken up again from. */
  enrollments: () => Promise<EnrollmentStore>;
}

export function createEnrollmentCommands(
  client: Client,
  { answerWithinMs = aPersonWaitsMs, collectForMs = reminderTimesMeetMs, enrollments }: CommandOptions,
): EnrollmentCommands {
  const update = <R>(name: string, input: Addressed, options: UpdateOptions = {}): Promise<R> => {
    const { enrollmentId, ...payload } = input;
    return updateWorkflow<R>(enrollmentWorkflowId(enrollmentId), name, payload, options);
  };

  const change = async (name: string, input: Addressed, options?: UpdateOptions): Promise<ChangeResult> =>
    withSnapshot(input.enrollmentId, await update<Change>(name, input, options));

  /** An update answers when the projection is saved. */
  async function withSnapshot(enrollmentId: string, made: Change): Promise<ChangeResult> {
    const enrollment = await (await enrollments()).find(enrollmentId);
    if (enrollment === null) throw new EnrollmentUnavailable('notFound');
    return { ...made, enrollment };
  }

  async function updateWorkflow<R>(
    workflowId: string,
    name: string,
    payload: object,
    { withinMs = answerWithinMs, updateId }: UpdateOptions = {},
  ): Promise<R> {
    const handle = client.workflow.getHandle(workflowId);
    // A server that answers now gets the update: from here on, silence no longer means that nothing happened.
    await ensureServerAnswers();
    try {
      return await client.withDeadline(Date.now() + withinMs, () =>
        handle.executeUpdate<R, [unknown]>(name, {
          args: [payload],
          ...(updateId === undefined ? {} : { updateId }),
        }),
      );
    } catch (error) {
      throw unavailable(error, 'noAnswer') ?? error;
    }
  }

  async function changeEvenEnded(name: string, input: Addressed): Promise<ChangeResult> {
    try {
      return await change(name, input);
    } catch (error) {
      if (!(error instanceof EnrollmentUnavailable) || error.code !== 'notFound') throw error;
      return withSnapshot(input.enrollmentId, await updateEnded<Change>(name, input));
    }
  }

  /** Of an enrollment that is over: its workflow is started again from the projection, for this one update. */
  async function updateEnded<R>(name: string, { enrollmentId, ...payload }: Addressed): Promise<R> {
    const store = await enrollments();
    const enrollment = await store.find(enrollmentId);
    if (enrollment === null || enrollment.version === 0) throw new EnrollmentUnavailable('notFound');
    const startWorkflowOperation = new WithStartWorkflowOperation(enrollmentWorkflowType, {
      ...(await startOptions(store, enrollment)),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    try {
      return await client.withDeadline(Date.now() + answerWithinMs, () =>
        client.workflow.executeUpdateWithStart<Workflow, R, [unknown]>(name, {
          args: [payload],
          startWorkflowOperation,
        }),
      );
    } catch (error) {
      throw unavailable(error, 'noAnswer') ?? error;
    }
  }

  async function ensureServerAnswers(): Promise<void> {
    try {
      await client.withDeadline(Date.now() + serverAnswersWithinMs, () =>
        client.workflowService.getSystemInfo({}),
      );
    } catch (error) {
      throw unavailable(error, 'unreachable') ?? error;
    }
  }

  return {
    reportStep: (i) => change(enrollmentMessages.reportStep, i),
    correctStep: (i) => change(enrollmentMessages.correctStep, i),
    correctStatus: (i) => changeEvenEnded(enrollmentMessages.correctStatus, i),
    decline: (i) => change(enrollmentMessages.decline, i),
    applyOfficialEvent: ({ updateId, ...i }) =>
      change(enrollmentMessages.applyOfficialEvent, i, {
        ...(updateId === undefined ? {} : { updateId }),
      }),
    refuseRenewal: (i) => change(enrollmentMessages.refuseRenewal, i),
    linkContact: (i) => change(enrollmentMessages.linkContact, i),
    moveEnrollment: (i) => changeEvenEnded(enrollmentMessages.moveEnrollment, i),
    mergeEnrollment: (i) => changeEvenEnded(enrollmentMessages.mergeEnrollment, i),
    snooze: (i) => change(enrollmentMessages.snooze, i),
    advanceTrialClock: (i) => change(enrollmentMessages.advanceTrialClock, i),
    async withdraw({ enrollmentId, reason }) {
      try {
        await client.withDeadline(Date.now() + answerWithinMs, () =>
          endEnrollment(client, enrollmentId, reason),
        );
      } catch (error) {
        throw unavailable(error, 'noAnswer') ?? error;
      }
    },
    requestReminder: (i) =>
      update<ReminderResult>(enrollmentMessages.requestReminder, i, {
        withinMs: reminderWithinMs,
        // A repeat joins the update that runs: two at once must not meet at the same record.
        updateId: i.eventId,
      }),

    async startDigest({ identityId, channel }) {
      const input: DigestInput = { identityId, channel, collectForMs };
      try {
        await client.workflow.signalWithStart(digestWorkflowType, {
          workflowId: digestWorkflowId(identityId),
          taskQueue: mainTaskQueue,
          args: [input],
          signal: collectSignal,
          signalArgs: [],
        });
      } catch (error) {
        throw unavailable(error, 'unreachable') ?? error;
      }
    },

    steerCampaign: ({ campaignId, action, eventId, actor }) =>
      updateWorkflow<SteerCampaignResult>(
        campaignWorkflowId(campaignId),
        campaignMessages[action],
        { eventId, actor } satisfies SteerCampaignInput,
        { updateId: eventId },
      ),
    async wakeRenewal(packId) {
      try {
        await client.workflow.signalWithStart(renewalWorkflowType, {
          workflowId: renewalWorkflowId(packId),
          taskQueue: mainTaskQueue,
          args: [{ packId }],
          signal: wakeRenewalName,
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        });
      } catch (error) {
        throw unavailable(error, 'unreachable') ?? error;
      }
    },

    async startCampaign(campaignId, { paused } = { paused: false }) {
      const args: [CampaignInput] = [{ campaignId }];
      const options = {
        ...{ workflowId: campaignWorkflowId(campaignId), taskQueue: mainTaskQueue, args },
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      } as const;
      // As with an update: from here on, silence no longer means that it has not started.
      await ensureServerAnswers();
      try {
        if (!paused) {
          await client.withDeadline(Date.now() + answerWithinMs, () =>
            client.workflow.start(campaignWorkflowType, options),
          );
          return;
        }
        // With its start, so that it writes to nobody before.
        const pause: SteerCampaignInput = { eventId: `paused/${campaignId}`, actor: 'recovery' };
        await client.withDeadline(Date.now() + answerWithinMs, () =>
          client.workflow.executeUpdateWithStart<Workflow, SteerCampaignResult, [SteerCampaignInput]>(
            campaignMessages.pause,
            {
              args: [pause],
              startWorkflowOperation: new WithStartWorkflowOperation(campaignWorkflowType, options),
            },
          ),
        );
      } catch (error) {
        // Confirmed twice: it ran already.
        if (error instanceof WorkflowExecutionAlreadyStartedError) return;
        throw unavailable(error, 'noAnswer') ?? error;
      }
    },
  };
}

// gRPC status codes.
const [cancelled, deadlineExceeded, notFound, failedPrecondition, unavailableCode] = [1, 4, 5, 9, 14];

/** `silent` is what no answer means. */
function unavailable(error: unknown, silent: 'unreachable' | 'noAnswer'): EnrollmentUnavailable | null {
  if (error instanceof WorkflowNotFoundError) return new EnrollmentUnavailable('notFound', error);
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
    return new EnrollmentUnavailable(silent, error);
  }
  const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  if (!isGrpcServiceError(cause)) return null;
  const code: number = cause.code;
  if (code === notFound) return new EnrollmentUnavailable('notFound', error);
  // A precondition fails where the workflow's task has failed several times and is tried again later.
  const noAnswer = [cancelled, deadlineExceeded, failedPrecondition, unavailableCode].includes(code);
  return noAnswer ? new EnrollmentUnavailable(silent, error) : null;
}
