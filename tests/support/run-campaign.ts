import type { Stores } from '../../activities/ports/store.ts';

/** A campaign as its workflow leaves it, where one firm alone can be written to. */
export async function runCampaign(
  { campaigns }: Pick<Stores, 'campaigns'>,
  id: string,
  reachedUscc: string,
): Promise<void> {
  const campaign = await campaigns.find(id);
  if (campaign === null) throw new Error(`no campaign ${id}`);
  const meant: string[] = [];
  for await (const { enrollment } of campaigns.candidates(campaign, new Date()))
    meant.push(enrollment.enrollmentId);
  await campaigns.addTargets(id, meant);
  await campaigns.markStarted(id);
  for (const target of meant)
    await campaigns.recordOutcome(
      id,
      [target],
      target.endsWith(reachedUscc) ? 'sent' : 'skipped:noVerifiedContact',
    );
  await campaigns.setState(id, 'finished');
}
