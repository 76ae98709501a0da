import type { Sink } from '../command.ts';
import { oneLine } from './words.ts';

/** How much a person wants to hear. */
export interface TalkOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Every secret that is known: none of them is ever written. */
  readonly secrets: readonly string[];
  readonly log: ((level: Level, text: string) => void) | null;
  readonly stderr: Sink;
}

/** How important a line is. */
export type Level = 'detail' | 'info' | 'warning';

/** What a command says to people; data goes another way. */
export interface Talk {
  /** One line; also to the log. */
  readonly say: (level: Level, text: string) => void;
  /** Lets lines go another way than to `stderr`, above something that is drawn there, until it is disposed of. */
  readonly through: (write: (text: string) => void) => Disposable;
}

/** Writes to `stderr` what the person wants to hear, and all of it to the log. */
export function createTalk({ quiet, verbose, secrets, log, stderr }: TalkOptions): Talk {
  const scrub = createScrubber(secrets);
  const direct = (text: string): void => void stderr.write(text);
  let write = direct;
  const isHeard = (level: Level): boolean => level === 'warning' || (level === 'detail' ? verbose : !quiet);
  return {
    say: (level, text) => {
      const line = scrub(oneLine(text));
      log?.(level, line);
      if (isHeard(level)) write(`${line}\n`);
    },
    through: (other) => {
      write = other;
      return {
        [Symbol.dispose]: () => {
          write = direct;
        },
      };
    },
  };
}

/** Shorter texts are no keys, and would be found everywhere. */
const shortestSecret = 6;

/** Puts `***` in the place of every secret. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter(({ length }) => length >= shortestSecret);
  return (text) => known.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
