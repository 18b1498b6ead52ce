// Loaded before anything else into a process of the program: its clock is off by what the file says. Timers keep running, as
// they do on a machine whose clock is set.
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const file = process.env.FAULTS_CLOCK_FILE;
const RealDate = Date;
let offsetMs = 0;
const now = () => RealDate.now() + offsetMs;

function look() {
  try {
    offsetMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // The run is over and its folder gone.
  }
}

if (file !== undefined) {
  look();
  setInterval(look, 200).unref();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
