import process from 'node:process';
import { runTongbao } from './run-tongbao.mjs';

await runTongbao(['start', ...process.argv.slice(2)]);
