export { freePort } from '../../cli/temporal/free-port.ts';
