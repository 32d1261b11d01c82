import type { Quote, TextRange } from '@assay/shared/model';

/** UTF-16 units of context kept on each side of a quote. */
export const QUOTE_CONTEXT = 32;

/** Whether an offset stands between two code points, not inside one written as two UTF-16 units. */
export function isCodePointBoundary(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return !(before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}

/** Up to `QUOTE_CONTEXT` UTF-16 units before an offset, shortened to whole code points. */
export function prefixAt(text: string, offset: number): string {
  const start = Math.max(0, offset - QUOTE_CONTEXT);
  return text.slice(isCodePointBoundary(text, start) ? start : start + 1, offset);
}

/** Up to `QUOTE_CONTEXT` UTF-16 units after an offset, shortened to whole code points. */
export function suffixAt(text: string, offset: number): string {
  const end = Math.min(text.length, offset + QUOTE_CONTEXT);
  return text.slice(offset, isCodePointBoundary(text, end) ? end : end - 1);
}

/** The words of a range with their context. The range must lie within the text, which is not kept alive by them. */
export function quoteAt(text: string, { start, end }: TextRange): Quote {
  return ofItsOwn({
    exact: text.slice(start, end),
    prefix: prefixAt(text, start),
    suffix: suffixAt(text, end),
  });
}

/** Strings that were cut from a longer one hold on to it; read anew they stand by themselves. */
function ofItsOwn<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
