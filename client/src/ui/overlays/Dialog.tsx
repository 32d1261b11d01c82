import XIcon from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../controls/IconButton.tsx';
import { classes } from '../theme/classes.ts';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  onOpenChange(open: boolean): void;
  readonly size?: 'small' | 'medium' | 'large';
  /** A click outside closes it; leave it out where words could be lost. */
  readonly isDismissable?: boolean;
  /** `drawer`: from the side, the full height of a narrow screen. */
  readonly shape?: 'box' | 'drawer';
  /** Buttons at the end, the main one last. */
  readonly footer?: ReactNode;
  /** An alert asks before something is taken away. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly className?: string;
  readonly children: ReactNode;
}

/** A question or a form that comes before everything else on the page. Escape closes it; the focus goes back. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onOpenChange, size = 'medium', shape = 'box', footer, children, className } = props;
  return (
    <ModalOverlay
      className={classes('overlay', `overlay-${shape}`)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={props.isDismissable ?? true}
    >
      <Modal className={classes('dialog', `dialog-${size}`, `dialog-${shape}`, className)}>
        <AriaDialog className="dialog-panel" role={props.role ?? 'dialog'}>
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton
              label="Close"
              icon={<XIcon className="icon" aria-hidden="true" />}
              onPress={() => onOpenChange(false)}
            />
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer className="dialog-footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
