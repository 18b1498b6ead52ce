import { ApplicationFailure, defineQuery, defineUpdate } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { EnrollmentSnapshot } from '../knowledge/enrollment/state.ts';
import { enrollmentMessages as names, searchAttributeNames } from './contract.ts';
import type {
  AdvanceTrialClockInput,
  Change,
  CorrectStatusInput,
  CorrectStepInput,
  DeclineInput,
  LinkContactInput,
  MergeEnrollmentInput,
  MoveEnrollmentInput,
  OfficialEventInput,
  RefuseRenewalInput,
  ReminderResult,
  ReportStepInput,
  RequestReminderInput,
  SnoozeInput,
} from './contract.ts';

export const reportStepUpdate = defineUpdate<Change, [ReportStepInput]>(names.reportStep);
export const correctStepUpdate = defineUpdate<Change, [CorrectStepInput]>(names.correctStep);
export const applyOfficialEventUpdate = defineUpdate<Change, [OfficialEventInput]>(names.applyOfficialEvent);
export const correctStatusUpdate = defineUpdate<Change, [CorrectStatusInput]>(names.correctStatus);
export const declineUpdate = defineUpdate<Change, [DeclineInput]>(names.decline);
export const refuseRenewalUpdate = defineUpdate<Change, [RefuseRenewalInput]>(names.refuseRenewal);
export const linkContactUpdate = defineUpdate<Change, [LinkContactInput]>(names.linkContact);
export const mergeEnrollmentUpdate = defineUpdate<Change, [MergeEnrollmentInput]>(names.mergeEnrollment);
export const moveEnrollmentUpdate = defineUpdate<Change, [MoveEnrollmentInput]>(names.moveEnrollment);
export const snoozeUpdate = defineUpdate<Change, [SnoozeInput]>(names.snooze);
export const requestReminderUpdate = defineUpdate<ReminderResult, [RequestReminderInput]>(
  names.requestReminder,
);
export const advanceTrialClockUpdate = defineUpdate<Change, [AdvanceTrialClockInput]>(
  names.advanceTrialClock,
);
export const getEnrollmentQuery = defineQuery<EnrollmentSnapshot>(names.getEnrollment);

export const statusAttribute = defineSearchAttributeKey(
  searchAttributeNames.status,
  SearchAttributeType.KEYWORD,
);

/** Counting days takes time in the sandbox: refuse a number that no button sends. */
export function validateSnooze({ workingDays }: SnoozeInput): void {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > 30) {
    throw ApplicationFailure.nonRetryable('workingDays must be 1 to 30', 'invalidSnooze');
  }
}
