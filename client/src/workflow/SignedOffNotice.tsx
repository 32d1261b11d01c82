import type { Workflow } from '@assay/shared/model';
import { useState } from 'react';
import { Button, copyText, fullMoment, Notice } from '../ui/index.ts';
import { counted } from './open-points.ts';
import { useNames } from './use-flow.ts';

type SignedOff = NonNullable<Workflow['signedOff']>;

/** Why nothing can be done here any more, who ended it and when, and the seal of the record. */
export function SignedOffNotice({ signedOff }: { readonly signedOff: SignedOff }) {
  const name = useNames([signedOff.by])(signedOff.by);
  return (
    <Notice title={`Signed off by ${name}`}>
      <p>
        <time dateTime={signedOff.at}>{fullMoment(signedOff.at)}</time>. The article and its review can only
        be read and exported. A moderator can reopen the review.
      </p>
      <Seal hash={signedOff.hash} />
      <p className="notice-aside">
        The seal is computed from all {counted(signedOff.events, 'event')} of the record up to the sign-off:
        whoever has noted it can tell later whether any of them was altered.
      </p>
    </Notice>
  );
}

/** Whole, so that it can be compared by eye and stands on paper. */
function Seal({ hash }: { readonly hash: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <p className="seal">
      <span className="seal-name">Seal of the record</span> <code className="seal-hash">{hash}</code>{' '}
      <Button size="small" tone="plain" onPress={async () => setCopied(await copyText(hash))}>
        {copied ? 'Copied' : 'Copy the seal'}
      </Button>
    </p>
  );
}
