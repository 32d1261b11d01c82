import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useStore } from '../../store/index.ts';
import { Keys } from '../display/Keys.tsx';
import type { Action } from './action.ts';
import { actions } from './registry.ts';
import { bySection } from './sections.ts';
import './Palette.css';

interface PaletteProps {
  readonly isOpen: boolean;
  onOpenChange(open: boolean): void;
}

/** Every action of the page by name: type a few letters, choose, done. */
export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  return (
    <ModalOverlay
      className="overlay palette-overlay"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
    >
      <Modal className="dialog palette">
        <Dialog className="dialog-panel" aria-label="All actions">
          <Finder close={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ close }: { close(): void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const offered = useStore(actions).filter((action) => !action.hidden && !action.isDisabled);
  const matches = (text: string, input: string) => input.split(/\s+/).every((word) => contains(text, word));
  const run = (action: Action) => {
    close();
    // After the dialog has given the focus back, so that what runs may take it.
    requestAnimationFrame(() => action.run());
  };
  return (
    <Autocomplete filter={matches}>
      <SearchField className="palette-search" autoFocus>
        <Label className="visually-hidden">Find an action</Label>
        <Input className="palette-input" placeholder="What do you want to do?" />
      </SearchField>
      <Menu className="menu palette-menu" aria-label="Actions" renderEmptyState={() => <Nothing />}>
        {bySection(offered).map(([section, list]) => (
          <MenuSection key={section}>
            <Header className="menu-title">{section}</Header>
            {list.map((action) => (
              <Entry key={action.id} action={action} run={() => run(action)} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

function Entry({ action, run }: { readonly action: Action; run(): void }) {
  const words = `${action.title} ${action.keywords ?? ''}`;
  return (
    <MenuItem id={action.id} textValue={words} className="menu-item" onAction={run}>
      <span className="menu-words">{action.title}</span>
      {action.keys?.[0] && <Keys keys={action.keys[0]} />}
    </MenuItem>
  );
}

function Nothing() {
  return <p className="palette-nothing">No action has these words.</p>;
}
