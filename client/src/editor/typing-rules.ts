import { schema } from '@assay/shared/article';
import { InputRule, inputRules } from 'prosemirror-inputrules';
import type { Attrs, NodeType } from 'prosemirror-model';
import type { Plugin, Transaction } from 'prosemirror-state';
import { deeperQuote, type PlacedBlock, reattribute, retype } from './blocks.ts';

const { heading, list_item, code_block, paragraph, horizontal_rule } = schema.nodes;

/** Takes the typed sign away and changes the block it stood at the start of. */
function atBlockStart(
  pattern: RegExp,
  change: (tr: Transaction, block: PlacedBlock, match: RegExpMatchArray) => void,
): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    if ($start.parent.type !== paragraph) return null;
    const tr = state.tr.delete(start, end);
    const pos = $start.before();
    change(tr, { node: tr.doc.nodeAt(pos)!, pos, number: $start.index(0) }, match);
    return tr;
  });
}

function becomes(
  pattern: RegExp,
  type: NodeType,
  attrs: (match: RegExpMatchArray) => Attrs = () => ({}),
): InputRule {
  return atBlockStart(pattern, (tr, block, match) => retype(tr, block, type, attrs(match)));
}

/** Only in a paragraph of its own: the rule takes its place, and the caret goes on below. */
const ruleInstead = new InputRule(/^---$/, (state, _match, start, end) => {
  const $start = state.doc.resolve(start);
  const { parent } = $start;
  if (parent.type !== paragraph || parent.content.size > end - start) return null;
  return state.tr
    .delete(start, end)
    .insert($start.before(), horizontal_rule.create({ quote: parent.attrs.quote }));
});

const RULES = [
  becomes(/^(#{1,4})\s$/, heading, (match) => ({ level: match[1]!.length, indent: 0 })),
  becomes(/^[-*]\s$/, list_item, () => ({ kind: 'bullet' })),
  becomes(/^1[.)]\s$/, list_item, () => ({ kind: 'ordered' })),
  becomes(/^```$/, code_block),
  atBlockStart(/^>\s$/, (tr, block) => reattribute(tr, block, { quote: deeperQuote(block.node, 1) })),
  ruleInstead,
];

/** What typing at the start of a paragraph makes of it: `# `, `- `, `1. `, `> `, three backticks, `---`. */
export function typingRulesPlugin(): Plugin {
  return inputRules({ rules: RULES });
}
