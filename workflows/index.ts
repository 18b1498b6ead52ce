export { campaign } from './campaign.ts';
export { digest } from './digest.ts';
export { enrollment } from './enrollment.ts';
