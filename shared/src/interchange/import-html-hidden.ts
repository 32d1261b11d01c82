import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, type HtmlElement, wordsIn } from './import-html-elements.ts';
import { insideNoscript } from './import-html-picture.ts';

const LETTERS = new Set(['noscript', 'noembed', 'noframes']);
const NO_WORDS = new Set(['script', 'style', 'title']);

/** Whether a template is what a browser shows in place of the element around it. */
export function isShadowRoot(element: HtmlElement): boolean {
  return element.tagName === 'template' && attribute(element, 'shadowrootmode') !== undefined;
}

/** The parser keeps what a template holds apart from its children. */
export function templateContent(template: HtmlElement): DefaultTreeAdapterTypes.ParentNode {
  return 'content' in template ? (template as DefaultTreeAdapterTypes.Template).content : template;
}

/** The words in an element that a browser does not show, on one line; those of scripts and styles are none. */
export function hiddenWords(element: HtmlElement): string {
  const content = LETTERS.has(element.tagName) ? insideNoscript(element) : templateContent(element);
  return wordsIn(content, NO_WORDS).replace(/\s+/g, ' ').trim();
}
