import { pino, type DestinationStream } from 'pino';
import type { Logger } from '../activities/ports/services.ts';
import { maskFields, maskText } from './log-masking.ts';
import type { LogLevel } from './settings.ts';

export interface LoggerOptions {
  level: LogLevel;
  /** One readable line for a terminal, instead of JSON. */
  pretty?: boolean;
  /** Where lines go; standard error by default, because standard output belongs to the commands. */
  destination?: DestinationStream;
}

/** A structured logger that masks personal data and secrets in messages, fields and errors. */
export function createLogger(options: LoggerOptions): Logger {
  const destination = options.destination ?? pino.destination({ fd: 2, sync: true });
  const log = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.pretty === true ? readable(destination) : destination,
  );
  const at =
    (level: LogLevel) =>
    (message: string, fields?: Record<string, unknown>): void => {
      if (log.isLevelEnabled(level)) log[level](maskFields(fields ?? {}), maskText(message));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** `14:05:09 warn  channel.sendFailed code=timeout`. */
function readable(destination: DestinationStream): DestinationStream {
  return {
    write: (line: string): void => {
      const { time, level, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
      const clock = new Date(String(time)).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
      const rest = Object.entries(fields).map(([key, value]) => ` ${key}=${shown(value)}`);
      destination.write(`${clock} ${String(level).padEnd(5)} ${String(msg)}${rest.join('')}\n`);
    },
  };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
