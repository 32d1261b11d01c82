import type { z } from 'zod';
import { type Command, commandSchema } from './commands.ts';
import { type Refused, refuse } from './refusals.ts';

export type ParsedCommand = { readonly ok: true; readonly command: Command } | Refused;

/**
 * A command out of what a client sent. A refusal has the code `too-large` when something is longer than allowed, else
 * `bad-command`, and says which member is wrong and what it should be.
 */
export function parseCommand(input: unknown): ParsedCommand {
  const parsed = commandSchema.safeParse(input);
  if (parsed.success) return { ok: true, command: parsed.data };
  const issues = parsed.error.issues.map(innermost);
  const issue = issues.find(({ code }) => code === 'too_big') ?? issues[0]!;
  return refuse(issue.code === 'too_big' ? 'too-large' : 'bad-command', sentence(issue));
}

type Issue = z.core.$ZodIssue;

/** Of the forms that a member may have, the complaint of the one that was meant: the one of which no type is wrong. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const meant = issue.errors.find((branch) => branch.every(({ code }) => code !== 'invalid_type'))?.[0];
  return meant ? innermost({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

function sentence(issue: Issue): string {
  const where = issue.path.length > 0 ? `“${issue.path.join('.')}”` : 'The command';
  switch (issue.code) {
    case 'too_big':
      return `${where} is too long: at most ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'} are taken. Shorten it.`;
    case 'invalid_union':
      if (issue.path.at(-1) === 'type') return `There is no command with this type. Check “type”.`;
      return `${where} has none of the forms that it may have. Check it against the documentation.`;
    case 'invalid_type':
      return `${where} is missing or not ${issue.expected === 'object' ? 'an object' : `of type ${issue.expected}`}.`;
    case 'invalid_key':
      return `${where} cannot be taken: ${issue.issues[0]?.message ?? issue.message}.`;
    default:
      return `${where} cannot be taken: ${issue.message}.`;
  }
}
