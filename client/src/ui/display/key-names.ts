const MAC_SYMBOLS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Enter',
  Delete: 'Del',
};

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The words people read on their keyboard for a chord such as `Mod-Shift-k`. */
export function describeKeys(chord: string, mac = isMac()): string {
  const parts = chord.split(/-(?!$)/);
  const words = parts.map((part) => {
    const symbol = mac ? MAC_SYMBOLS[part] : undefined;
    return symbol ?? NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
  return words.join(mac ? '' : '+');
}
