import * as views from './firm-view-schemas.ts';
import type { Operation } from './operation.ts';
import { nothing } from './schemas.ts';

export const firmViewOperations = {
  listFirmViews: {
    ...{ method: 'GET', path: '/firms/views', role: 'viewer' },
    summary: 'Views of the list of firms: built in, the account’s own, and the office’s within its cities.',
    answer: views.viewList,
  },
  saveFirmView: {
    ...{ method: 'POST', path: '/firms/views/save', role: 'viewer' },
    summary:
      'Keep a view, or change one that is as it was read. Operators share with the office; what is shared is changed by its maker and by administrators.',
    body: views.saveViewBody,
    answer: views.savedView,
  },
  removeFirmView: {
    ...{ method: 'POST', path: '/firms/views/remove', role: 'viewer' },
    summary: 'Remove a view that is as it was read, by whoever may change it.',
    body: views.removeViewBody,
    answer: nothing,
  },
} as const satisfies Record<string, Operation>;
