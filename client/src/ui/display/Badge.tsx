import type { ReactNode } from 'react';
import './Badge.css';

interface BadgeProps {
  readonly tone?: 'neutral' | 'success' | 'warning' | 'danger';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A word or a number that belongs to something else. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
