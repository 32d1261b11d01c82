import { describeKeys } from './key-names.ts';
import './Keys.css';

/** A key combination in ProseMirror's notation, such as `Mod-Alt-m`, or a sequence with spaces: `g a`. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split(' ').map((chord) => (
        <kbd key={chord}>{describeKeys(chord)}</kbd>
      ))}
    </span>
  );
}
