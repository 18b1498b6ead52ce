export { inBothLanguages, userError } from '../knowledge/locales/both-languages.ts';
