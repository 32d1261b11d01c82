import type { ImportedArticle } from '@assay/shared/interchange';
import { useEffect, useState } from 'react';
import type { Source } from './source.ts';

/** What the importer makes of a source, by the code that the server runs too; null while it reads. */
export function usePreview(source: Source): ImportedArticle | null {
  const [made, setMade] = useState<{ readonly of: Source; readonly article: ImportedArticle } | null>(null);
  useEffect(() => {
    let current = true;
    // Loaded when needed: the parsers are larger than the rest of the library.
    void import('@assay/shared/interchange').then(({ importArticle }) => {
      if (current) setMade({ of: source, article: importArticle(source) });
    });
    return () => {
      current = false;
    };
  }, [source]);
  return made?.of === source ? made.article : null;
}
