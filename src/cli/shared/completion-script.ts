import tab from '@bomb.sh/tab/commander';
import type { Command as Program } from 'commander';

/** Prints the script that a shell loads. The library writes to the standard output by itself. */
export function printCompletionScript(program: Program, shell: string): void {
  const name = program.name();
  tab(program, { completionCommandName: 'completion-script' }).setup(name, name, shell);
}

/** Answers a shell that asks what could come next; `words` are those typed so far, without the program's name. */
export function printCompletions(program: Program, words: readonly string[]): void {
  tab(program, { completionCommandName: 'completion-script' }).parse([...words]);
}
