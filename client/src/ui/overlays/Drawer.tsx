import { Dialog, type DialogProps } from './Dialog.tsx';

/** A panel over the side of the page: what stands in the margin on a wide screen and has no room on a narrow one. */
export function Drawer(props: Omit<DialogProps, 'shape' | 'size' | 'role'>) {
  return <Dialog {...props} shape="drawer" />;
}
