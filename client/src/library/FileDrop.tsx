import { useEffect, useRef, useState } from 'react';

/** Takes files that are dropped anywhere on the page, and shows that it would. */
export function FileDrop({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => listenForFiles(setOver, (files) => take.current(files)), []);
  if (!isOver) return null;
  return (
    <div className="file-drop">
      <p>Drop to import</p>
    </div>
  );
}

function listenForFiles(
  setOver: (over: boolean) => void,
  take: (files: readonly File[]) => void,
): () => void {
  // Entering a child comes before leaving its parent, so the page counts.
  let depth = 0;
  const hover = (change: number) => (event: DragEvent) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth + change);
    setOver(depth > 0);
  };
  const enter = hover(1);
  const leave = hover(-1);
  const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
  const drop = (event: DragEvent) => {
    depth = 0;
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  };
  const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
  for (const [name, listener] of Object.entries(listeners))
    window.addEventListener(name, listener as EventListener);
  return () => {
    for (const [name, listener] of Object.entries(listeners))
      window.removeEventListener(name, listener as EventListener);
  };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
