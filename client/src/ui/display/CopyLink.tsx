import CheckIcon from 'lucide-react/icons/check';
import LinkIcon from 'lucide-react/icons/link';
import { useState } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import { notify } from '../overlays/toasts.tsx';
import { announce } from '../shell/announcements.ts';

interface CopyLinkProps {
  /** An address, or a path on this site. */
  readonly address: string;
  readonly label?: string;
  readonly size?: 'medium' | 'small';
}

/** Copies an address and says so. */
export function CopyLink({ address, label = 'Copy link', size = 'small' }: CopyLinkProps) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? CheckIcon : LinkIcon;
  return (
    <IconButton
      label={copied ? 'Copied' : label}
      size={size}
      icon={<Icon className="icon" aria-hidden="true" />}
      onPress={async () => setCopied(await copyText(new URL(address, location.href).href))}
      onHoverEnd={() => setCopied(false)}
      onBlur={() => setCopied(false)}
    />
  );
}

/** Puts text on the clipboard; says whether it went well, to the person too. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    notify({
      tone: 'error',
      message: `The browser did not allow copying. This is what to copy by hand: ${text}`,
    });
    return false;
  }
  announce('Copied');
  return true;
}
