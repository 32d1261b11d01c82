import type { ArticleEditor } from '../editor/index.ts';

/** The editor on the page, or why this version cannot show the text. */
export type Mounted = { readonly editor: ArticleEditor } | { readonly unreadable: string };

/** Text that cannot be read is left alone, with the reason; an error that is none of the text's would say so too. */
export function mountText(mount: () => ArticleEditor): Mounted {
  try {
    return { editor: mount() };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}
