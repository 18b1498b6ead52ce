import { app } from './app.ts';
import { answering } from './answering.ts';
import { assisted } from './assisted.ts';
import { bot } from './bot.ts';
import { campaigns } from './campaigns.ts';
import { care } from './care.ts';
import { cli } from './cli.ts';
import { commands } from './commands.ts';
import { staffCare } from './staff-care.ts';
import { consoleSettings } from './console-settings.ts';
import { consoleFirm } from './console-firm.ts';
import { consoleTexts } from './console.ts';
import { database } from './database.ts';
import { doors } from './doors.ts';
import { eligibility } from './eligibility.ts';
import { encryption } from './encryption.ts';
import { enrollment } from './enrollment.ts';
import { evaluation } from './evaluation.ts';
import { groupPosts } from './group-posts.ts';
import { groups } from './groups.ts';
import { importing } from './import.ts';
import { firmMove } from './firm-move.ts';
import { integration } from './integration.ts';
import { mail } from './mail.ts';
import { misses } from './misses.ts';
import { notifications } from './notifications.ts';
import { overview } from './overview.ts';
import { onebot } from './onebot.ts';
import { pack } from './pack.ts';
import { packRevisions } from './pack-revisions.ts';
import { people } from './people.ts';
import { recovery } from './recovery.ts';
import { renewal } from './renewal.ts';
import { results } from './results.ts';
import { staff } from './staff.ts';
import { tickets } from './tickets.ts';
import { web } from './web.ts';
import { webhooks } from './webhooks.ts';
import { wecom } from './wecom.ts';
import { wishes } from './wishes.ts';
import { workedCase } from './worked-case.ts';

export const en = {
  answering,
  app,
  assisted,
  bot,
  campaigns,
  care,
  cli,
  commands,
  consoleTexts,
  consoleFirm,
  consoleSettings,
  staffCare,
  database,
  doors,
  eligibility,
  encryption,
  enrollment,
  evaluation,
  firmMove,
  groupPosts,
  groups,
  importing,
  integration,
  mail,
  misses,
  notifications,
  overview,
  onebot,
  pack,
  packRevisions,
  people,
  recovery,
  renewal,
  results,
  staff,
  tickets,
  web,
  webhooks,
  wecom,
  wishes,
  workedCase,
};
