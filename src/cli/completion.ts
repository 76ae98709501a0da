import { Argument } from 'commander';
import type { Command } from './command.ts';

const examples = `
Examples:
  $ arr-score completion bash > arr-score.bash && source arr-score.bash
  $ arr-score completion zsh > "\${fpath[1]}/_arr-score"
  $ arr-score completion fish > ~/.config/fish/completions/arr-score.fish`;

/** Prints what a shell needs to complete commands and flags. */
export const completion: Command = {
  name: 'completion',
  register: (program) => {
    program
      .command('completion')
      .description('complete commands and flags at the press of Tab')
      .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'powershell']))
      .addHelpText('after', examples)
      .action(async (shell: string) => {
        const { printCompletionScript } = await import('./shared/completion-script.ts');
        printCompletionScript(program, shell);
      });
  },
};
