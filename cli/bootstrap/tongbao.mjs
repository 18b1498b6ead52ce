import process from 'node:process';
import { runTongbao } from './run-tongbao.mjs';

// npm runs scripts in the project folder; paths in the arguments are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'tongbao' && process.env.INIT_CWD) {
  process.chdir(process.env.INIT_CWD);
}
await runTongbao(process.argv.slice(2));
