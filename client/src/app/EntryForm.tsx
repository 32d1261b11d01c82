import type { FormEvent, ReactNode } from 'react';
import { PageHeading } from '../ui/index.ts';
import './EntryForm.css';

interface EntryFormProps {
  readonly title: string;
  readonly lead: ReactNode;
  onSubmit(): void;
  readonly children: ReactNode;
}

/** The form before the door: a heading, a sentence, a few fields and one button. */
export function EntryForm({ title, lead, onSubmit, children }: EntryFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className="page page-narrow entry">
      <PageHeading title={title}>{title}</PageHeading>
      <p className="entry-lead">{lead}</p>
      <form className="entry-form" onSubmit={submit}>
        {children}
      </form>
    </div>
  );
}
