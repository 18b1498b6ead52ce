import { createHash } from 'node:crypto';
import type { AnnouncementWords } from '../../knowledge/campaigns/announcement.ts';
import { hasCampaignEnded } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import { planOf } from '../../knowledge/campaigns/make-plan.ts';
import { previewCampaign } from '../../knowledge/campaigns/preview.ts';
import { describeStartProblem } from '../../knowledge/campaigns/render-preview.ts';
import { startProblem } from '../../knowledge/campaigns/sending-time.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { UserError } from '../../knowledge/user-error.ts';
import type { CampaignOffice, PreviewedCampaign } from '../ports/campaign-office.ts';
import type { Clock, EnrollmentCommands } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';
import { beginCampaign } from './begin-campaign.ts';

export interface CampaignOfficeParts {
  stores: Pick<Stores, 'campaigns'>;
  commands: Pick<EnrollmentCommands, 'startCampaign'>;
  /** The office's own, as it is served now. */
  pack: () => PolicyPack;
  mode: 'trial' | 'live';
  clock: Clock;
  newId: () => string;
  /** Throws UserError for words that cannot be announced. */
  readWords(typed: string): Promise<AnnouncementWords>;
}

export function createCampaignOffice(parts: CampaignOfficeParts): CampaignOffice {
  const { stores, commands, clock } = parts;
  const { campaigns } = stores;

  const look = async (id: string, plan: CampaignPlan): Promise<PreviewedCampaign> => {
    const now = clock.now();
    const pack = parts.pack();
    const cadence = cadenceOf(pack);
    const problem = startProblem(plan, cadence, now.toISOString());
    if (problem !== null)
      throw new UserError({
        zh: describeStartProblem(problem, 'zh-CN'),
        en: describeStartProblem(problem, 'en'),
      });
    const meant = campaigns.candidates({ packId: pack.id, ...plan }, now);
    const preview = await previewCampaign(plan, meant, cadence, now);
    return { id, plan, preview, audience: audienceOf(preview.writesTo) };
  };

  return {
    preview: async ({ kind, text, ...request }, requestedBy) => {
      const words = kind === 'announcement' ? await parts.readWords(text) : null;
      const id = parts.newId();
      const plan = planOf({ kind, text: words }, request, parts.mode);
      const previewed = await look(id, plan);
      await campaigns.create({ ...plan, id, packId: parts.pack().id, requestedBy });
      await campaigns.setTotal(id, previewed.preview.total);
      return previewed;
    },

    begin: async (campaign, audience) => {
      const { id, state } = campaign;
      if (hasCampaignEnded(state)) return { outcome: 'decided' };
      if (state !== 'previewed') {
        // Confirmed by a click before this one, or cut off on its way to the engine.
        if (campaign.startedAt === null) await commands.startCampaign(id);
        return { outcome: 'started' };
      }
      const now = await look(id, campaign);
      if (now.audience !== audience) return { outcome: 'changed', now };
      // Whom a later start is for shows only then.
      if (now.preview.toWrite === 0 && campaign.startAt === null) return { outcome: 'nobody' };
      const decision = await campaigns.confirm(id);
      if (decision === 'repeated') return { outcome: 'repeated' };
      if (decision === 'confirmed')
        await beginCampaign({ campaigns, commands }, { id, total: now.preview.total });
      return { outcome: 'started' };
    },
  };
}

const audienceOf = (enrollmentIds: string[]): string =>
  createHash('sha256').update(enrollmentIds.join('\n')).digest('base64url');
