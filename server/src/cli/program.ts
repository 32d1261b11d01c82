import { EXPORT_FORMATS } from '@assay/shared/interchange';
import { ROLES, SOURCE_FORMATS, type SourceFormat } from '@assay/shared/model';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_HOST, DEFAULT_PORT, VERSION } from '../config.ts';
import { Remote, type RemoteOptions } from './remote.ts';
import { type ServeOptions, serve } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { type ExportOptions, exportArticle, type ImportOptions, importFile } from './transfer.ts';

const MAX_PORT = 65_535;

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > MAX_PORT)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}

function remoteCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--server <url>', 'the running server (default: the one that runs on the data folder)')
    .option('--token <token>', 'a token, instead of ASSAY_TOKEN or the operator token of the data folder')
    .option('--data <folder>', 'the server’s data folder (default: ASSAY_DATA_DIR, or .assay here)');
}

/** The commands of `assay`. `end` is told the exit code of a command that has one of its own. */
export function createProgram(terminal: Terminal, end: (code: number) => void): Command {
  return new Command('assay')
    .description('Mark, discuss and settle the claims, quotes and speculations of an article, together.')
    .version(VERSION)
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.warn(text.trimEnd()),
    })
    .addCommand(serveCommand(terminal, end))
    .addCommand(importCommand(terminal))
    .addCommand(exportCommand(terminal))
    .addCommand(inviteCommand(terminal))
    .addCommand(tokenCommand(terminal));
}

function serveCommand(terminal: Terminal, end: (code: number) => void): Command {
  return new Command('serve')
    .description('serve articles to the people of one team')
    .option('--port <port>', 'the port; 0 for any free one', port, DEFAULT_PORT)
    .option('--host <host>', 'the address to listen on', DEFAULT_HOST)
    .option('--data <folder>', 'where everything is kept (default: ASSAY_DATA_DIR, or .assay here)')
    .option('--json', 'say where it is as one line of JSON')
    .option('--allow-public', 'listen on an address that others can reach, though without encryption')
    .action(async (options: ServeOptions) => end(await serve(options, terminal)));
}

function importCommand(terminal: Terminal): Command {
  return remoteCommand('import', 'import an article from a file')
    .argument('<file>')
    .option('--title <title>', 'its title, instead of the one it names')
    .addOption(
      new Option('--format <format>', 'what it is written in (default: by its name)').choices(SOURCE_FORMATS),
    )
    .action((file: string, options: ImportOptions & { format?: SourceFormat }) =>
      importFile(file, options, terminal),
    );
}

function exportCommand(terminal: Terminal): Command {
  return remoteCommand('export', 'export an article with its review')
    .argument('<id>')
    .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('--out <file>', 'a file, instead of standard output')
    .action((id: string, options: ExportOptions) => exportArticle(id, options, terminal));
}

function inviteCommand(terminal: Terminal): Command {
  const invited = ROLES.filter((role) => role !== 'owner');
  return remoteCommand('invite', 'make a link that lets somebody join')
    .addOption(new Option('--role <role>').choices(invited).makeOptionMandatory())
    .option('--article <id>', 'only in this article')
    .action(async ({ role, article, ...where }: RemoteOptions & { role: string; article?: string }) => {
      const remote = await Remote.find(where, terminal);
      const { link } = await remote.ask<{ link: string }>('POST', '/api/invites', { role, article });
      terminal.say(JSON.stringify({ link }));
    });
}

function tokenCommand(terminal: Terminal): Command {
  return remoteCommand('token', 'make a named identity for a program, and its token')
    .requiredOption('--name <name>', 'under which name it acts')
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .action(async ({ name, role, token: by, ...where }: RemoteOptions & { name: string; role: string }) => {
      const remote = await Remote.find({ ...where, ...(by !== undefined && { token: by }) }, terminal);
      const { token } = await remote.ask<{ token: string }>('POST', '/api/tokens', { name, role });
      terminal.say(JSON.stringify({ token }));
    });
}
