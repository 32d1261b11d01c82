import { useStore } from '../../store/index.ts';
import { Switch } from '../controls/Switch.tsx';
import { Keys } from '../display/Keys.tsx';
import { Dialog } from '../overlays/Dialog.tsx';
import type { Action } from './action.ts';
import { actions } from './registry.ts';
import { bySection } from './sections.ts';
import { allowSingleKeys, singleKeys } from './single-keys.ts';
import './Palette.css';

interface KeyHelpProps {
  readonly isOpen: boolean;
  onOpenChange(open: boolean): void;
}

/** The keys of everything that can be done on this page. */
export function KeyHelp({ isOpen, onOpenChange }: KeyHelpProps) {
  const withKeys = useStore(actions).filter((action) => action.keys && action.keys.length > 0);
  const single = useStore(singleKeys);
  return (
    <Dialog title="Keys" isOpen={isOpen} onOpenChange={onOpenChange} size="large">
      <div className="key-help">
        {bySection(withKeys).map(([section, list]) => (
          <section key={section} className="key-section">
            <h3>{section}</h3>
            <dl>
              {list.map((action) => (
                <KeyRow key={action.id} action={action} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="key-choice">
        <Switch isSelected={single} onChange={allowSingleKeys}>
          Single letters act. Switch this off if you dictate or often press keys by mistake.
        </Switch>
      </div>
    </Dialog>
  );
}

function KeyRow({ action }: { readonly action: Action }) {
  return (
    <div className="key-row">
      <dt>{action.title}</dt>
      <dd>
        <Keys keys={action.keys!.join(' ')} />
      </dd>
    </div>
  );
}
