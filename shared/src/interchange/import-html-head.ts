import { classStyles, styleOfClass } from '@assay/shared/article';
import { imageAddress } from './import-address.ts';
import { attribute, type HtmlElement, wordsIn } from './import-html-elements.ts';

/** What a page says of itself, mostly in its head. */
export class HtmlHead {
  /** The words of the page's `title` element. */
  title = '';
  /** What relative addresses are relative to, if the page says it. */
  base: string | null = null;
  readonly #classStyles = new Map<string, string>();

  /** Takes what an element says; one that says nothing of the page changes nothing. */
  take(element: HtmlElement): void {
    if (element.tagName === 'head')
      for (const child of element.childNodes) if ('tagName' in child) this.#take(child);
    this.#take(element);
  }

  /** The style of an element in a line: its own behind those of its classes; undefined when there is none. */
  styleBehind(classes: string, own = ''): string | undefined {
    const styles = classes.split(/\s+/).map((name) => this.#classStyles.get(name) ?? '');
    return [styleOfClass(classes), ...styles, own].filter((style) => style !== '').join(';') || undefined;
  }

  #take(element: HtmlElement): void {
    const { tagName } = element;
    if (tagName === 'title') this.title ||= wordsIn(element).replace(/\s+/g, ' ').trim();
    else if (tagName === 'style')
      for (const [name, style] of classStyles(wordsIn(element))) this.#classStyles.set(name, style);
    else if (tagName === 'base') this.#takeBase(attribute(element, 'href'));
    else if (tagName === 'link' && attribute(element, 'rel') === 'canonical')
      this.#takeBase(attribute(element, 'href'));
  }

  #takeBase(href: string | undefined): void {
    if (href) this.base ??= imageAddress(href);
  }
}
