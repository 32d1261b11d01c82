import type { ReactNode } from 'react';
import { PageHeading } from './PageHeading.tsx';
import './MessagePage.css';

interface MessagePageProps {
  readonly title: string;
  /** What happened, and what the person can do. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** A technical line for those who ask for help. */
  readonly detail?: string;
}

/** A whole page that says one thing: not found, unreachable, broken. */
export function MessagePage({ title, children, actions, detail }: MessagePageProps) {
  return (
    <div className="page page-narrow message-page">
      <PageHeading title={title}>{title}</PageHeading>
      <div className="message-words">{children}</div>
      {actions && <div className="message-actions">{actions}</div>}
      {detail && <p className="message-detail">{detail}</p>}
    </div>
  );
}
