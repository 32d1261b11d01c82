import type { ReactNode } from 'react';
import './Notice.css';

interface NoticeProps {
  readonly tone?: 'info' | 'error' | 'warning' | 'success';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A message in its place on the page. Errors are read out at once. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} {...(tone === 'error' ? { role: 'alert' } : {})}>
      {title && <p className="notice-title">{title}</p>}
      {children && <div className="notice-words">{children}</div>}
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
