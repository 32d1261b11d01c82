import { type FormEvent, useState } from 'react';
import type { TextCommand } from '../editor/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import type { Desk } from './desk.ts';

/** Asks where the selected words lead. */
export function LinkDialog({ desk }: { readonly desk: Desk }) {
  const open = useStore(desk.linking);
  const editor = useStore(desk.margin.editor);
  const command = editor?.commands.get('link');
  const close = () => {
    desk.linking.set(false);
    editor?.focus();
  };
  if (!open || !command) return null;
  return (
    <Dialog title="Link" isOpen onOpenChange={close} size="small">
      <LinkForm command={command} close={close} />
    </Dialog>
  );
}

function LinkForm({ command, close }: { readonly command: TextCommand; close(): void }) {
  const known = command.value?.() ?? '';
  const [address, setAddress] = useState(known);
  const [error, setError] = useState<string | null>(null);
  const set = (event: FormEvent) => {
    event.preventDefault();
    if (command.run(withScheme(address.trim()))) close();
    else setError('This cannot be a link. Give an address such as https://example.org, with words selected.');
  };
  const remove = () => {
    command.run();
    close();
  };
  return (
    <form className="link-form" onSubmit={set}>
      <TextField label="Address" type="text" value={address} onChange={setAddress} error={error} autoFocus />
      <div className="card-buttons">
        <Button type="submit" tone="primary" isDisabled={!address.trim()}>
          {known ? 'Change the link' : 'Link'}
        </Button>
        {known && <Button onPress={remove}>Remove the link</Button>}
      </div>
    </form>
  );
}

/** `example.org` is meant as a web address. */
function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:|^[/#]/i.test(address) ? address : `https://${address}`;
}
