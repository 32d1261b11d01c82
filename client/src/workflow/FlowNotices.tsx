import { isSealed } from '@assay/shared/model';
import { useStore } from '../store/index.ts';
import { BlindBanner } from './BlindBanner.tsx';
import { RevealNotice } from './RevealNotice.tsx';
import { SignedOffNotice } from './SignedOffNotice.tsx';
import { useFlow, useReview } from './use-flow.ts';
import './FlowNotices.css';

/** What there is to know of the article's phase before one reads or marks: above the text, in the flow of the page. */
export function FlowNotices() {
  const { session } = useFlow();
  const ready = useStore(session.review, (view) => view.ready);
  const workflow = useReview((state) => state.workflow);
  if (!ready) return null;
  if (workflow.signedOff) return <SignedOffNotice signedOff={workflow.signedOff} />;
  if (isSealed(workflow)) return <BlindBanner />;
  return workflow.revealed && <RevealNotice revealed={workflow.revealed} />;
}
