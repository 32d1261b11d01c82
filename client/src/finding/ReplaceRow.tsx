import { type KeyboardEvent, useState } from 'react';
import type { Finder } from '../editor/index.ts';
import { announce, Button } from '../ui/index.ts';

interface ReplaceRowProps {
  readonly finder: Finder;
  readonly count: number;
}

/** The words to put in place of what was found, one by one or all at once. */
export function ReplaceRow({ finder, count }: ReplaceRowProps) {
  const [words, setWords] = useState('');
  const replaceAll = () => {
    const written = finder.replaceAll(words);
    announce(written === 1 ? 'Replaced in one place.' : `Replaced in ${written} places.`);
  };
  const takeEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey) replaceAll();
    else finder.replace(words);
  };
  return (
    <div className="find-row">
      <input
        className="field-input find-field"
        aria-label="Replace with"
        placeholder="Replace with"
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={takeEnter}
      />
      <Button size="small" tone="plain" isDisabled={count === 0} onPress={() => finder.replace(words)}>
        Replace
      </Button>
      <Button size="small" tone="plain" isDisabled={count === 0} onPress={replaceAll}>
        Replace all
      </Button>
    </div>
  );
}
