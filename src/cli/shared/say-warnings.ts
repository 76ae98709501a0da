import type { ConfigProblem } from '../../config/problem.ts';
import type { Talk } from './talk.ts';

/** What is worth knowing about a configuration that works. */
export function sayWarnings(warnings: readonly ConfigProblem[], talk: Talk): void {
  for (const { place, message, hint } of warnings) {
    const where = place === null ? '' : `${place.file}:${place.line}:${place.column}  `;
    talk.say('warning', `! ${where}${message}${hint === null ? '' : ` → ${hint}`}`);
  }
}
