import type { ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  onOpenChange(open: boolean): void;
  /** The button that does it, such as `Revoke the link`. */
  readonly action: string;
  onConfirm(): void;
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/** Asks before something is taken away that cannot be brought back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onOpenChange, action, onConfirm, isPending = false, children } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={() => onOpenChange(false)} autoFocus>
            Cancel
          </Button>
          <Button tone="danger" onPress={onConfirm} isPending={isPending}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
