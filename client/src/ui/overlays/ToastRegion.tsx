import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import XIcon from 'lucide-react/icons/x';
import {
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_Toast as ToastBox,
  UNSTABLE_ToastContent as ToastContent,
} from 'react-aria-components/Toast';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { type Toast, toasts } from './toasts.tsx';
import './Toast.css';

const ICONS = { info: Info, success: CircleCheck, error: CircleAlert } as const;

/** Where `notify` shows its messages. Once per page; F6 moves into it. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={toasts} className="toast-region">
      {({ toast }) => (
        <ToastBox toast={toast} className="toast" data-tone={toast.content.tone}>
          <ToastWords toast={toast.content} close={() => toasts.close(toast.key)} />
        </ToastBox>
      )}
    </AriaToastRegion>
  );
}

function ToastWords({ toast, close }: { readonly toast: Toast; close(): void }) {
  const Icon = ICONS[toast.tone];
  const { action } = toast;
  const act = () => {
    action?.run();
    close();
  };
  return (
    <>
      <Icon className="icon toast-icon" aria-hidden="true" />
      <ToastContent className="toast-words">
        <Text slot="title">{toast.message}</Text>
      </ToastContent>
      {action && (
        <Button size="small" onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton
        label="Close"
        size="small"
        icon={<XIcon className="icon" aria-hidden="true" />}
        onPress={close}
      />
    </>
  );
}
