import { useState } from 'react';
import { Button } from '../controls/Button.tsx';
import { TextField } from '../controls/TextField.tsx';
import { copyText } from './CopyLink.tsx';
import './CopyField.css';

/** An address to pass on: shown whole, selected on focus, copied by one button. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="copy-field">
      <TextField
        label={label}
        value={value}
        isReadOnly
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      <Button tone="primary" onPress={async () => setCopied(await copyText(value))}>
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
