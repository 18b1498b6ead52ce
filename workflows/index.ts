export { campaign } from './campaign.ts';
export { digest } from './digest.ts';
export { enrollment } from './enrollment.ts';
export { openRenewal, renewal } from './renewal.ts';
export { watch } from './watch.ts';
