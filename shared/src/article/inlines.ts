import type { Node } from 'prosemirror-model';
import { isPlainObject, type Json } from './json.ts';
import { schema } from './schema.ts';

/** The embed that is a hard break: an object with the single key `n`. */
export const HARD_BREAK = { n: 'hard_break' } as const;

/** The inline node of an embed. Everything but a hard break is kept as `unknown_inline`, exactly. */
export function inlineOf(embed: Json): Node {
  const isBreak = isPlainObject(embed) && embed.n === HARD_BREAK.n && Object.keys(embed).length === 1;
  return isBreak ? schema.nodes.hard_break.create() : schema.nodes.unknown_inline.create({ embed });
}

/** The embed of an inline leaf. Yjs takes no null for an embed and a string for text: those are put into an object. */
export function embedOf(node: Node): Json {
  if (node.type === schema.nodes.hard_break) return { ...HARD_BREAK };
  const embed = node.attrs.embed as Json;
  return embed === null || typeof embed === 'string' ? { value: embed } : embed;
}
