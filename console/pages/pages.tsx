import { lazy } from 'react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import type { Texts } from '../locales/zh-CN.ts';
import { NotFoundPage } from './not-found.tsx';

type Role = Schemas['Role'];

export interface Page {
  title: keyof Texts['pages'];
  render: () => ReactNode;
}
interface MenuEntry extends Page {
  path: string;
  roles: readonly Role[];
}

const OverviewPage = lazy(() => import('./overview.tsx'));
const KnowledgePage = lazy(() => import('./knowledge.tsx'));
const AccountsPage = lazy(() => import('./accounts.tsx'));
const CampaignPage = lazy(() => import('./campaign.tsx'));
const CampaignsPage = lazy(() => import('./campaigns.tsx'));
const ImportsPage = lazy(() => import('./imports.tsx'));
const NewCampaignPage = lazy(() => import('./new-campaign.tsx'));
const FirmPage = lazy(() => import('./firm.tsx'));
const FirmsPage = lazy(() => import('./firms.tsx'));
const AuditPage = lazy(() => import('./audit.tsx'));
const SettingsPage = lazy(() => import('./settings.tsx'));
const InboxPage = lazy(() => import('./inbox.tsx'));
const CannedRepliesPage = lazy(() => import('./canned-replies.tsx'));
const LinkTelegramPage = lazy(() => import('./link-telegram.tsx'));
const OwnAccountPage = lazy(() => import('./own-account.tsx'));

const everybody: readonly Role[] = ['viewer', 'operator', 'admin'];
/** In the order of the menu; the first is what the console opens with. The server decides who may: this only spares dead entries. */
const menu: readonly MenuEntry[] = [
  { path: '/overview', title: 'overview', roles: everybody, render: () => <OverviewPage /> },
  { path: '/firms', title: 'firms', roles: everybody, render: () => <FirmsPage /> },
  { path: '/inbox', title: 'inbox', roles: everybody, render: () => <InboxPage id={null} /> },
  { path: '/knowledge', title: 'knowledge', roles: everybody, render: () => <KnowledgePage /> },
  { path: '/imports', title: 'imports', roles: ['operator', 'admin'], render: () => <ImportsPage /> },
  { path: '/campaigns', title: 'campaigns', roles: everybody, render: () => <CampaignsPage /> },
  { path: '/accounts', title: 'accounts', roles: ['admin'], render: () => <AccountsPage /> },
  { path: '/settings', title: 'settings', roles: ['admin'], render: () => <SettingsPage /> },
  { path: '/audit', title: 'audit', roles: ['admin'], render: () => <AuditPage /> },
];

export const menuFor = (role: Role): readonly MenuEntry[] => menu.filter(({ roles }) => roles.includes(role));

export function pageAt(path: string, role: Role): Page {
  const uscc = /^\/firms\/([0-9A-Z]{18})$/.exec(path)?.[1];
  if (uscc !== undefined) return { title: 'firm', render: () => <FirmPage key={uscc} uscc={uscc} /> };
  const ticket = /^\/inbox\/(\d{1,9})$/.exec(path)?.[1];
  if (ticket !== undefined) return { title: 'inbox', render: () => <InboxPage id={Number(ticket)} /> };
  if (path === '/account') return { title: 'own', render: () => <OwnAccountPage /> };
  if (path === '/telegram') return { title: 'telegram', render: () => <LinkTelegramPage /> };
  if (path === '/inbox/canned') return { title: 'canned', render: () => <CannedRepliesPage /> };
  const campaign = /^\/campaigns\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (campaign !== undefined)
    return { title: 'campaign', render: () => <CampaignPage key={campaign} id={campaign} /> };
  if (path === '/campaigns/new' && role !== 'viewer')
    return { title: 'newCampaign', render: () => <NewCampaignPage /> };
  const entries = menuFor(role);
  const found = path === '/' ? entries[0] : entries.find((entry) => entry.path === path);
  return found ?? { title: 'notFound', render: () => <NotFoundPage /> };
}
