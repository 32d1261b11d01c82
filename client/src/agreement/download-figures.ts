import type { AgreementReport } from '@assay/shared/agreement-report';
import type { GuideLabel, Person, PersonId } from '@assay/shared/model';
import { keepFile } from '../exporting/index.ts';

interface Download {
  /** Before, then after the discussion if there is that. */
  readonly reports: readonly AgreementReport[];
  readonly title: string;
  readonly labels: readonly GuideLabel[];
  readonly people: ReadonlyMap<PersonId, Person>;
}

/** Without it, spreadsheets take the file for one of another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** Hands all figures to the browser as a table. */
export async function downloadFigures({ reports, title, labels, people }: Download): Promise<void> {
  const { agreementCsv } = await import('@assay/shared/interchange');
  const moments = reports.map((report, i) => ({
    name: i === 0 ? 'before discussion' : 'after discussion',
    report,
    articles: [title],
  }));
  const csv = agreementCsv({ moments, labels, people });
  keepFile({
    name: 'agreement.csv',
    content: new Blob([BYTE_ORDER_MARK, csv], { type: 'text/csv;charset=utf-8' }),
  });
}
