import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { imageAddress } from './import-address.ts';
import { attribute, elementsIn, type HtmlElement, wordsIn } from './import-html-elements.ts';

/** Where pages that load lazily keep the real address beside a placeholder, the best first. */
const SOURCES = ['data-src', 'data-original', 'data-lazy-src', 'src', 'data-srcset', 'srcset'];
/** The longest address, in UTF-16 units, of a picture of one pixel that keeps a place. */
const PLACEHOLDER_LIMIT = 200;
/** A picture by its address; what counts visitors mostly has none of these endings. */
const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif)$/i;

/** The address of a picture, or null when it has none that can be kept. */
export function pictureSource(image: HtmlElement, base: string | null): string | null {
  for (const name of SOURCES) {
    const value = attribute(image, name)?.trim();
    if (!value || (value.startsWith('data:') && value.length < PLACEHOLDER_LIMIT)) continue;
    const address = imageAddress(name.endsWith('srcset') ? value.split(/[\s,]/, 1)[0]! : value, base);
    if (address) return address;
  }
  return null;
}

/** What `noscript` holds. The parser takes it for a browser with scripts, which reads it as letters. */
export function insideNoscript(element: HtmlElement): DefaultTreeAdapterTypes.DocumentFragment {
  return parseFragment(wordsIn(element));
}

/**
 * The pictures that a `noscript` gives in place of one that a script would load: those beside a placeholder, or that
 * name a picture's file. None when the picture is there already.
 */
export function picturesInstead(noscript: HtmlElement, base: string | null): readonly HtmlElement[] {
  const beside = neighbours(noscript).flatMap((element) => imagesIn(element));
  if (beside.some((image) => pictureSource(image, base) !== null)) return [];
  const given = imagesIn(insideNoscript(noscript));
  return beside.length > 0 ? given : given.filter((image) => isPictureFile(pictureSource(image, base)));
}

/** Whether a `noscript` beside it gives the picture that this one keeps a place for. */
export function isPlaceholder(image: HtmlElement): boolean {
  return neighbours(image).some(
    (element) => element.tagName === 'noscript' && imagesIn(insideNoscript(element)).length > 0,
  );
}

function isPictureFile(address: string | null): boolean {
  return address !== null && PICTURE_FILE.test(new URL(address).pathname);
}

function imagesIn(parent: DefaultTreeAdapterTypes.ParentNode): HtmlElement[] {
  return [...elementsIn(parent)].filter(({ tagName }) => tagName === 'img');
}

/** The elements before and after. */
function neighbours(element: HtmlElement): HtmlElement[] {
  const among = element.parentNode?.childNodes.filter((node): node is HtmlElement => 'tagName' in node) ?? [];
  const at = among.indexOf(element);
  return among.filter((_, index) => Math.abs(index - at) === 1);
}
