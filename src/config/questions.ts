import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Somebody at a terminal. */
export interface Questions {
  /** The answer without blanks around it; `null` when the person has left by Ctrl-C or Ctrl-D. */
  readonly ask: (question: string) => Promise<string | null>;
  /** As `ask`, but what is typed is not shown. */
  readonly askHidden: (question: string) => Promise<string | null>;
  readonly say: (line: string) => void;
  readonly close: () => void;
}

/** Where questions go and answers come from. */
export interface Asked {
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Listens from the first question on, until it is closed; else the process would not end. */
export function openQuestions({ input, write, signal }: Asked): Questions {
  const gate = { isHidden: false };
  const left = new AbortController();
  let lines: Interface | null = null;
  const ask = (question: string): Promise<string | null> => {
    lines ??= openLines(input, (text) => gate.isHidden || write(text), left);
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const until = AbortSignal.any([signal, left.signal]);
    if (until.aborted) resolve(null);
    until.addEventListener('abort', () => resolve(null), { once: true });
    lines.question(question, (answer) => resolve(answer.trim()));
    return promise;
  };
  return {
    ask,
    askHidden: async (question) => {
      write(question);
      gate.isHidden = true;
      const answer = await ask('');
      gate.isHidden = false;
      write('\n');
      return answer;
    },
    say: (line) => write(`${line}\n`),
    close: () => lines?.close(),
  };
}

/** Ctrl-C and Ctrl-D close the lines, which aborts the question that is open. */
function openLines(
  input: NodeJS.ReadableStream,
  write: (text: string) => unknown,
  left: AbortController,
): Interface {
  const output = new Writable({
    decodeStrings: false,
    write: (text: unknown, _encoding, done) => {
      write(String(text));
      done();
    },
  });
  return createInterface({ input, output, terminal: true }).once('close', () => left.abort());
}
