import { Link } from 'wouter';
import { buttonClass, MessagePage } from '../ui/index.ts';

export function NotFoundPage() {
  return (
    <MessagePage
      title="There is nothing at this address"
      actions={
        <Link href="/" className={buttonClass('primary')}>
          All articles
        </Link>
      }
    >
      <p>
        The link may be cut off at its end, or what it led to is gone. Ask whoever sent it for the whole link.
      </p>
    </MessagePage>
  );
}
