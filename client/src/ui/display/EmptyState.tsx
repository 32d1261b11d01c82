import type { ReactNode } from 'react';
import './EmptyState.css';

interface EmptyStateProps {
  readonly title: string;
  readonly icon?: ReactNode;
  /** What will be here, and how it gets here. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** The title's rank among the headings of the page. */
  readonly level?: 2 | 3;
}

export function EmptyState({ title, icon, children, actions, level = 2 }: EmptyStateProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty-state">
      {icon}
      <Title className="empty-title">{title}</Title>
      {children && <div className="empty-words">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
