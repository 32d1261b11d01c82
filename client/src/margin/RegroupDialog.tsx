import { useState } from 'react';
import { useStore } from '../store/index.ts';
import { Avatar, Button, Checkbox, Dialog } from '../ui/index.ts';
import type { Entry } from './entry.ts';
import { GroupState } from './GroupHead.tsx';
import { join, joinable, split } from './regrouping.ts';
import { useMargin, usePeople } from './use-margin.ts';
import { useWords } from './use-words.ts';
import { clip } from './words.ts';

/** Asks which marks leave a group, or which groups become one with it. */
export function RegroupDialog() {
  const margin = useMargin();
  const regrouping = useStore(margin.regrouping);
  useStore(margin.entries);
  const entry = regrouping && margin.entry(regrouping.group);
  if (!regrouping || !entry?.group) return null;
  const close = () => margin.regrouping.set(null);
  const title = regrouping.how === 'split' ? 'Split this group' : 'Join with other groups';
  return (
    <Dialog title={title} isOpen onOpenChange={close} size="small">
      {regrouping.how === 'split' ? (
        <Choosing
          entries={entry.group.members}
          help="Choose the marks that mean something else. They become a group of their own, and stay apart from now on."
          most={entry.group.members.length - 1}
          act="Split"
          choose={(chosen) => void split(margin, entry, chosen)}
          close={close}
        />
      ) : (
        <Choosing
          entries={joinable(margin, entry)}
          help="Choose the groups that mean the same. Their marks become one group with this one, and stay together from now on."
          act="Join"
          choose={(chosen) => void join(margin, [entry.id, ...chosen])}
          close={close}
        />
      )}
    </Dialog>
  );
}

interface ChoosingProps {
  readonly entries: readonly Entry[];
  readonly help: string;
  /** So many can be chosen. */
  readonly most?: number;
  readonly act: string;
  choose(ids: readonly string[]): void;
  close(): void;
}

function Choosing({ entries, help, most = entries.length, act, choose, close }: ChoosingProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <div className="regroup">
      <p className="regroup-help">{help}</p>
      <ul className="regroup-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Checkbox
              isSelected={chosen.includes(entry.id)}
              isDisabled={!chosen.includes(entry.id) && chosen.length >= most}
              onChange={() => toggle(entry.id)}
            >
              <Choice entry={entry} />
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className="card-buttons">
        <Button
          tone="primary"
          isDisabled={chosen.length === 0}
          onPress={() => {
            choose(chosen);
            close();
          }}
        >
          {act}
        </Button>
        <Button tone="plain" onPress={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Choice({ entry }: { readonly entry: Entry }) {
  const person = usePeople()(entry.creator);
  const words = useWords(entry);
  return (
    <span className="regroup-choice">
      <span className="regroup-who">
        {entry.group ? (
          <GroupState facts={entry.group} />
        ) : (
          <>
            <Avatar person={person} size="small" decorative /> {person.name}
          </>
        )}
      </span>
      <span className="regroup-words" dir="auto">
        {clip(words, 140)}
      </span>
    </span>
  );
}
