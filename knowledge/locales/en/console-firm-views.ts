import type { firmViewErrors as zhErrors, firmViewNames as zhNames } from '../zh-CN/console-firm-views.ts';

export const firmViewErrors: typeof zhErrors = {
  viewNameBad: 'Give the view a name of at most 40 characters.',
  viewTaken:
    'There is a view of this name: nothing was kept. To change that one, choose it first and then update it.',
  viewChanged: 'Somebody just changed or removed this view: nothing was done. Look at it again first.',
  viewsTooMany: 'There are too many views; remove some that nobody needs.',
  viewSharesText:
    'What is searched for may be a name or a phone number and is not shared with the office. Clear the search first, or keep the view to yourself.',
};

export const firmViewNames: typeof zhNames = {
  mine: 'Mine to look after',
  stuckAtSealing: 'Stuck at sealing (confirmed, then nothing for 3 days)',
  toVerify: 'Submitted by their own word, to be verified',
  returned: 'Returned',
  silent: 'No change for two weeks',
  withoutContact: 'Without a contact',
};
