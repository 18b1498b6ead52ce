import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { EnrollmentCommands } from '../../activities/ports/services.ts';

/**
 * The commands, and whether one that changes an enrollment stayed without an answer: it may take effect or not, and the same
 * one again settles it, since its event counts once.
 */
export function watchedCommands(commands: EnrollmentCommands): {
  commands: EnrollmentCommands;
  isUnsettled: () => boolean;
  /** One could not even be asked for. */
  isUnreached: () => boolean;
} {
  let silent = false;
  let unreached = false;
  const watched = async <R>(answer: Promise<R>): Promise<R> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof EnrollmentUnavailable) {
        silent ||= error.code === 'noAnswer';
        unreached ||= error.code === 'unreachable';
      }
      throw error;
    }
  };
  return {
    isUnsettled: () => silent,
    isUnreached: () => unreached,
    commands: {
      ...commands,
      reportStep: (i) => watched(commands.reportStep(i)),
      correctStep: (i) => watched(commands.correctStep(i)),
      linkContact: (i) => watched(commands.linkContact(i)),
      snooze: (i) => watched(commands.snooze(i)),
      decline: (i) => watched(commands.decline(i)),
      applyOfficialEvent: (i) => watched(commands.applyOfficialEvent(i)),
      correctStatus: (i) => watched(commands.correctStatus(i)),
      advanceTrialClock: (i) => watched(commands.advanceTrialClock(i)),
      steerCampaign: (i) => watched(commands.steerCampaign(i)),
    },
  };
}
