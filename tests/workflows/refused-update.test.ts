import { ServiceError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';

/** What a server says while a workflow's task fails again and again, as it may when workers die one after the other. */
const taskFails = Object.assign(new Error('9 FAILED_PRECONDITION'), {
  code: 9,
  details: 'Unable to perform workflow execution update due to Workflow Task in failed state.',
  metadata: {},
});

it('an update that the server will not take now is one without an answer, to be asked for again', async () => {
  const client = {
    withDeadline: async <T>(_: number, call: () => Promise<T>) => call(),
    workflowService: { getSystemInfo: async () => ({}) },
    workflow: {
      getHandle: () => ({
        executeUpdate: () => Promise.reject(new ServiceError('Workflow Update failed', { cause: taskFails })),
      }),
    },
  } as unknown as Client;
  const commands = createEnrollmentCommands(client, {
    enrollments: () => Promise.reject(new Error('nothing was changed')),
  });
  const event = { enrollmentId: 'p/1', eventId: 'e', source: 'firm', actor: 'test' } as const;
  await expect(commands.reportStep({ ...event, step: 'opened' })).rejects.toMatchObject({
    ...{ name: 'EnrollmentUnavailable', code: 'noAnswer' },
  });
});

describe('the start of a campaign', () => {
  const tried: string[] = [];
  const begin = async (fails: 'getSystemInfo' | 'start', code: number): Promise<void> => {
    tried.length = 0;
    const answer = (call: 'getSystemInfo' | 'start') => async () => {
      tried.push(call);
      if (call === fails) throw Object.assign(new Error(String(code)), { code, details: '', metadata: {} });
      return {};
    };
    const client = {
      withDeadline: async <T>(_: number, call: () => Promise<T>) => call(),
      workflowService: { getSystemInfo: answer('getSystemInfo') },
      workflow: { start: answer('start') },
    } as unknown as Client;
    const enrollments = () => Promise.reject(new Error('not asked for'));
    await createEnrollmentCommands(client, { enrollments }).startCampaign('c1');
  };

  it('that a server took no notice of has not happened', async () => {
    await expect(begin('getSystemInfo', 14)).rejects.toMatchObject({ code: 'unreachable' });
    expect(tried).toEqual(['getSystemInfo']);
  });

  it.each([4, 14])('that was sent and stayed without an answer (%i) may have happened', async (code) => {
    await expect(begin('start', code)).rejects.toMatchObject({ code: 'noAnswer' });
  });
});
