import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { useStore } from '../store/index.ts';
import { Button, IconButton, PageHeading, TextField, type TextFieldProps } from '../ui/index.ts';
import type { Desk } from './desk.ts';

interface TitleProps {
  readonly desk: Desk;
  readonly title: string;
}

interface TitleFieldProps extends TitleProps {
  /** The text shows it: here it is for assistive technology alone. */
  readonly unseen: boolean;
}

/** The article's title; who may rename it does so in its place. */
export function TitleField({ desk, title, unseen }: TitleFieldProps) {
  const renaming = useStore(desk.renaming);
  useStore(desk.session.rights);
  const may = desk.session.may('article.rename');
  if (renaming && may) return <Renaming desk={desk} title={title} />;
  return (
    <div className="article-title">
      <PageHeading title={title} className={unseen ? 'visually-hidden' : 'article-heading'}>
        {title || 'Untitled'}
      </PageHeading>
      {may && (
        <IconButton
          label="Rename"
          size="small"
          className="article-rename"
          icon={<Pencil className="icon" aria-hidden="true" />}
          onPress={() => desk.renaming.set(true)}
        />
      )}
    </div>
  );
}

function Renaming({ desk, title }: TitleProps) {
  const [words, setWords] = useState(title);
  const close = () => desk.renaming.set(false);
  const save = () => {
    const next = words.trim();
    if (next && next !== title) void desk.session.send({ type: 'article.rename', title: next });
    close();
  };
  const takeKey: TextFieldProps['onKeyDown'] = (event) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') close();
    else event.continuePropagation();
  };
  return (
    <div className="article-renaming">
      <h1 className="visually-hidden">{title}</h1>
      <TextField
        label="Title"
        value={words}
        onChange={setWords}
        onKeyDown={takeKey}
        maxLength={300}
        autoFocus
      />
      <Button size="small" tone="primary" isDisabled={!words.trim()} onPress={save}>
        Rename
      </Button>
      <Button size="small" onPress={close}>
        Cancel
      </Button>
    </div>
  );
}
