import type { FirmViewTexts } from './firm-views-zh-CN.ts';

export const firmViewsEn: FirmViewTexts = {
  title: 'View',
  choose: 'Choose a view, or filter below',
  builtIn: 'Built in',
  own: 'Mine',
  office: 'Shared with the office',
  save: 'Keep as a view…',
  update: 'Update with these filters',
  rename: 'Rename…',
  remove: 'Remove view',
  confirmRemove: 'Remove this view? No firm is affected.',
  confirmRemoveShared: 'The whole office uses this view. Remove it? No firm is affected.',
  name: 'Name of the view',
  share: 'Share with the office (everybody sees firms of their own cities only)',
  differs: 'The filters were changed and are not kept in this view yet.',
  madeBy: (name) =>
    name === null ? 'Shared by somebody who is no longer on the list.' : `Shared by ${name}.`,
  saved: 'The view is kept.',
  removed: 'The view is removed.',
};
