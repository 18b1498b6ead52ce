import type { EnrollmentCommands } from '../../../activities/ports/services.ts';
import { reportedSteps } from '../../../knowledge/enrollment/state.ts';
import type { OfficialStatus } from '../../../knowledge/enrollment/state.ts';
import type { Asked } from '../count/evidence.ts';
import type { FirmCase } from './firms.ts';
import { insist, persist } from './insist.ts';
import type { People } from './people.ts';
import type { Witness } from './witness.ts';

export interface LifePorts {
  people: People;
  commands: EnrollmentCommands;
  witness: Witness;
  asked: Asked;
  /** Registers an official status with the command line; false when that said that it could not. */
  byCommandLine: (uscc: string, status: OfficialStatus, eventId: string) => Promise<boolean>;
  /** No new step after this. */
  timeIsUp: () => boolean;
}

const remindersOfCadence = 4;

/** One firm from its invitation to the end, as far as time allows. What was begun is always brought to its end. */
export async function liveOn(ports: LifePorts, firm: FirmCase): Promise<void> {
  const { people, witness, asked, timeIsUp } = ports;
  const { n, uscc, chats } = firm;
  const [chat = ''] = chats;
  await insist(
    `${uscc} on the list`,
    () => undefined,
    () => witness.enrollment(firm.enrollmentId) !== null,
  );
  await people.link(firm);
  asked.contacts.set(firm.enrollmentId, chats);
  for (let r = 1; r <= remindersOfCadence && !timeIsUp() && !firm.byCampaign; r += 1) {
    if (!(await fallDue(ports, firm, r))) break;
    const step = reportedSteps[r - 1];
    if (step !== undefined && (n + r) % 2 === 0) await report(ports, firm, step);
    if (n % 12 === 7 && r === 2 && chats[1] !== undefined) people.blocks(chats[1], n % 24 === 7);
    if (n % 24 === 7 && r === 3 && chats[1] !== undefined) people.comesBack(chats[1]);
    if (n % 7 === r) people.taps(chat, { verb: 'status', uscc });
    if (n % 9 === r) people.writes(chat, '赔付比例是多少');
  }
  if (timeIsUp() || firm.byCampaign) return;
  await report(ports, firm, 'submitted');
  const course: OfficialStatus[] =
    n % 6 === 0 ? ['submitted', 'returned'] : ['submitted', 'approved', 'inForce'];
  for (const status of course) {
    if (!timeIsUp()) await become(ports, firm, status);
  }
}

/** Moves the clock on to the next reminder; false when the cadence has none. */
async function fallDue({ commands, witness, asked }: LifePorts, firm: FirmCase, r: number): Promise<boolean> {
  const { enrollmentId, uscc } = firm;
  let tries = 0;
  const advance = async (): Promise<boolean> => {
    const eventId = `advance/${uscc}/${r}/${(tries += 1)}`;
    const event = { enrollmentId, eventId, source: 'staff', actor: 'faults' } as const;
    return (await persist(eventId, () => commands.advanceTrialClock(event))).outcome !== 'refused';
  };
  if (!(await advance())) return false;
  asked.advances.set(enrollmentId, r);
  await insist(
    `reminder ${r} of ${uscc}`,
    async () => {
      const seen = witness.enrollment(enrollmentId);
      const due = seen?.nextReminderAt ?? null;
      // A worker that died may have shown a reminder as counted which then falls due again: the clock moved on to that one.
      if (seen !== null && due !== null && seen.now < due && seen.remindersDue === r - 1) await advance();
    },
    () => (witness.enrollment(enrollmentId)?.remindersDue ?? 0) >= r,
  );
  return true;
}

async function report(
  { people, witness, asked }: LifePorts,
  firm: FirmCase,
  step: (typeof reportedSteps)[number],
): Promise<void> {
  const { enrollmentId, uscc, chats } = firm;
  await insist(
    `report ${step} of ${uscc}`,
    () => people.taps(chats[0] ?? '', { verb: 'report', uscc, step }),
    () => witness.enrollment(enrollmentId)?.reportedStep === step,
  );
  asked.steps.push({ enrollmentId, step });
}

async function become(
  { commands, witness, asked, byCommandLine }: LifePorts,
  firm: FirmCase,
  status: OfficialStatus,
): Promise<void> {
  const { enrollmentId, uscc, chats, n } = firm;
  if (n % 25 === 4) {
    // As the command says itself where there is no answer: once more, with the same event.
    const eventId = `cli/${uscc}/${status}`;
    let isDone = false;
    await insist(
      `${status} of ${uscc}`,
      async () => {
        isDone = await byCommandLine(uscc, status, eventId);
      },
      () => isDone && witness.enrollment(enrollmentId)?.officialStatus === status,
    );
  } else {
    const event = {
      enrollmentId,
      eventId: `official/${uscc}/${status}`,
      source: 'staff',
      actor: 'faults',
    } as const;
    const reason = status === 'returned' ? '不在核准名单内' : null;
    await persist(event.eventId, () => commands.applyOfficialEvent({ ...event, status, reason }));
  }
  asked.officialChanges.push({ enrollmentId, status, chats });
}
