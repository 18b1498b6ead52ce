import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';

/**
 * The commands, and whether one that changes an enrollment stayed without an answer: it may take effect or not, and the same
 * one again settles it, since its event counts once.
 */
export function watchedCommands(commands: EnrollmentCommands): {
  commands: EnrollmentCommands;
  isUnsettled: () => boolean;
} {
  let silent = false;
  const watched = async <R>(answer: Promise<R>): Promise<R> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof EnrollmentUnavailable && error.code === 'noAnswer') silent = true;
      throw error;
    }
  };
  return {
    isUnsettled: () => silent,
    commands: {
      ...commands,
      reportStep: (i) => watched(commands.reportStep(i)),
      correctStep: (i) => watched(commands.correctStep(i)),
      snooze: (i) => watched(commands.snooze(i)),
      decline: (i) => watched(commands.decline(i)),
      applyOfficialEvent: (i) => watched(commands.applyOfficialEvent(i)),
      correctStatus: (i) => watched(commands.correctStatus(i)),
      advanceTrialClock: (i) => watched(commands.advanceTrialClock(i)),
      steerCampaign: (i) => watched(commands.steerCampaign(i)),
    },
  };
}
