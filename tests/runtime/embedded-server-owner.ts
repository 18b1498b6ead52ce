// Run by embedded-server.real.test.ts as a process of its own, to be killed: starts the server and stays.
import { startEmbeddedServer } from '../../cli/temporal/embedded-server.ts';

const [cliPath = '', dataDir = ''] = process.argv.slice(2);
const server = await startEmbeddedServer({ cliPath, dataDir, searchAttributes: [], env: process.env });
console.log(JSON.stringify({ address: server.address, pid: server.pid }));
setInterval(() => undefined, 1000);
