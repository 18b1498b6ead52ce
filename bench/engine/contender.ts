import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { OfficialStatus, ReportedStep } from '../../knowledge/enrollment/state.ts';

/** One way to follow a firm, asked the same things as the other. */
export interface Contender {
  name: string;
  /** Starts the workflows of these firms and waits until they have saved their first state. */
  start(firms: number[]): Promise<void>;
  workflowId(firm: number): string;
  advance(firm: number, eventId: string): Promise<unknown>;
  report(firm: number, eventId: string, step: ReportedStep): Promise<unknown>;
  official(firm: number, eventId: string, status: OfficialStatus): Promise<unknown>;
  /** Reminders that fell due so far, as the projection says. */
  reminders(firm: number): Promise<number>;
  stop(): Promise<void>;
}

/** Five reminders of the cadence with a step reported after each, then the course of its official life. */
const steps: ReportedStep[] = ['realNameVerified', 'opened', 'contactFilled', 'documentsRead', 'submitted'];
const course: OfficialStatus[] = ['submitted', 'approved', 'inForce', 'expired'];
export const life = {
  reminders: steps.length,
  updates: 2 * steps.length + course.length,
  messages: steps.length + 1 + course.length,
};

async function live(contender: Contender, client: Client, firm: number): Promise<void> {
  let events = 0;
  const eventId = (): string => `event-${firm}-${(events += 1)}`;
  for (const [i, step] of steps.entries()) {
    await contender.advance(firm, eventId());
    while ((await contender.reminders(firm)) <= i) await delay(20);
    await contender.report(firm, eventId(), step);
  }
  for (const status of course) await contender.official(firm, eventId(), status);
  await client.workflow.getHandle(contender.workflowId(firm)).result();
}

export interface Measured {
  wallMs: number;
  events: number;
  bytes: number;
  firms: number;
}

/** Lets these firms live at the same time; the workflows are started before the clock is. */
export async function measure(contender: Contender, client: Client, firms: number[]): Promise<Measured> {
  await contender.start(firms);
  const startedAt = performance.now();
  await Promise.all(firms.map((firm) => live(contender, client, firm)));
  const measured = { wallMs: performance.now() - startedAt, events: 0, bytes: 0, firms: firms.length };
  for (const firm of firms) {
    const { historyLength, historySize } = await client.workflow
      .getHandle(contender.workflowId(firm))
      .describe();
    measured.events += historyLength;
    measured.bytes += historySize ?? 0;
  }
  return measured;
}

export const sum = (parts: Measured[]): Measured =>
  parts.reduce((a, b) => ({
    wallMs: a.wallMs + b.wallMs,
    events: a.events + b.events,
    bytes: a.bytes + b.bytes,
    firms: a.firms + b.firms,
  }));
