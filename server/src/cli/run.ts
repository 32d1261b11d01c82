import { type Command, CommanderError } from 'commander';
import { CommandFailure, EXIT } from './failure.ts';
import { createProgram } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Runs `assay` with these words; the exit code: 0 done, 1 could not be done, 2 not understood. */
export async function run(words: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: number = EXIT.done;
  const program = createProgram(terminal, (ended) => {
    code = ended;
  });
  for (const command of [program, ...program.commands]) throwInsteadOfExit(command, program);
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misused;
    if (!(error instanceof CommandFailure)) throw error;
    terminal.warn(`assay: ${error.message}`);
    return EXIT.failed;
  }
}

function throwInsteadOfExit(command: Command, program: Command): void {
  command.exitOverride().showHelpAfterError('(say --help for more)');
  if (command !== program) command.copyInheritedSettings(program);
}
