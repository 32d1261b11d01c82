/** Whether a box is at least partly on the screen. */
export function isInView(box: DOMRect | null): boolean {
  return box !== null && box.bottom > 0 && box.top < innerHeight;
}
