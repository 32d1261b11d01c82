import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import { Keys } from '../display/Keys.tsx';
import { classes } from '../theme/classes.ts';
import './Menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  /** `danger`: it takes something away. */
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
  /** The chosen one of a group. */
  readonly isChecked?: boolean;
  /** An address: the entry is then a link. */
  readonly href?: string;
  run?(): void;
}

export interface MenuGroup {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  /** The menu's name for assistive technology. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Shown above the entries. */
  readonly header?: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

export function Menu({ trigger, label, groups, header, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        {header}
        <AriaMenu className="menu" aria-label={label}>
          {groups.map((group, index) => (
            // Groups have no identity of their own and never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Group key={index} group={group} first={index === 0} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Group({ group, first }: { readonly group: MenuGroup; readonly first: boolean }) {
  return (
    <>
      {!first && <Separator className="menu-rule" />}
      <MenuSection {...(group.title ? {} : { 'aria-label': 'Actions' })}>
        {group.title && <Header className="menu-title">{group.title}</Header>}
        {group.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </MenuSection>
    </>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={classes('menu-item', entry.tone === 'danger' && 'menu-danger')}
      isDisabled={entry.isDisabled ?? false}
      onAction={() => entry.run?.()}
      {...(entry.href ? { href: entry.href } : {})}
    >
      {entry.icon}
      <span className="menu-words">
        <span>{entry.label}</span>
        {entry.isChecked && <span className="visually-hidden"> (chosen)</span>}
        {entry.description && <span className="menu-description">{entry.description}</span>}
      </span>
      {entry.isChecked && (
        <span className="menu-check" aria-hidden="true">
          ✓
        </span>
      )}
      {entry.keys && <Keys keys={entry.keys} />}
    </MenuItem>
  );
}
