/**
 * Runs a command of arr-score at the times that a cron pattern names: `node schedule.mjs '@daily' export --out …`.
 *
 * One run at a time: a time that comes while one is under way is passed over. Ctrl-C and SIGTERM end a run
 * in order, and then this. Times are those of the variable TZ.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Cron } from 'croner';

const [pattern = '', ...command] = process.argv.slice(2);
const tool = fileURLToPath(new URL('../bin/arr-score.mjs', import.meta.url));

/** The run that is under way; null between runs. */
let running = null;

function say(text) {
  process.stderr.write(`schedule: ${text}\n`);
}

async function run() {
  running = spawn(process.execPath, [tool, ...command], { stdio: 'inherit' });
  const [code, signal] = await once(running, 'exit');
  running = null;
  say(`arr-score ${command[0] ?? ''} ended with ${code ?? signal}; ${whenNext()}`);
}

function whenNext() {
  const next = job.nextRun();
  return next === null ? 'there is no next time' : `next ${next.toLocaleString('sv-SE')}`;
}

function start() {
  try {
    return new Cron(pattern, { protect: true, paused: true }, run);
  } catch (error) {
    say(`CRON_SCHEDULE "${pattern}" is no cron pattern: ${error.message}`);
    process.exit(2);
  }
}

const job = start();

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, async () => {
    job.stop();
    if (running !== null) {
      running.kill(signal);
      await once(running, 'exit');
    }
    process.exit(code);
  });
}

job.resume();
say(`"${pattern}"; ${whenNext()}`);
