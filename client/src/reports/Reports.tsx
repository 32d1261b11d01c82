import { lazy, type ReactNode, Suspense } from 'react';
import { Dialog, Drawer, Spinner } from '../ui/index.ts';
import type { ReportName, ReportProps } from './report-props.ts';
import './reports.css';

const ActivityReport = lazy(async () => ({ default: (await import('./ActivityReport.tsx')).ActivityReport }));
const AgreementReport = lazy(async () => ({
  default: (await import('./AgreementReport.tsx')).AgreementReport,
}));
const MinutesReport = lazy(async () => ({ default: (await import('./MinutesReport.tsx')).MinutesReport }));

interface ReportsProps extends ReportProps {
  readonly open: ReportName | null;
  onClose(): void;
}

/** The report that is open, over the article. Following something in it closes it. */
export function Reports({ open, onClose, session, seenUpTo, onOpen, onGoTo }: ReportsProps) {
  const props: ReportProps = {
    session,
    seenUpTo,
    onOpen(id) {
      onClose();
      onOpen(id);
    },
    onGoTo(offset) {
      onClose();
      onGoTo(offset);
    },
  };
  const close = { onOpenChange: (isOpen: boolean) => !isOpen && onClose() };
  return (
    <>
      <Drawer title="What happened" isOpen={open === 'activity'} {...close} className="report">
        <Loading>
          <ActivityReport {...props} />
        </Loading>
      </Drawer>
      <Dialog title="Agreement" size="large" isOpen={open === 'agreement'} {...close} className="report">
        <Loading>
          <AgreementReport {...props} />
        </Loading>
      </Dialog>
      <Dialog title="Minutes" size="large" isOpen={open === 'minutes'} {...close} className="report">
        <Loading>
          <MinutesReport {...props} />
        </Loading>
      </Dialog>
    </>
  );
}

function Loading({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Spinner label="Loading" />}>{children}</Suspense>;
}
