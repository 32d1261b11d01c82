export { Reports } from './Reports.tsx';
export type { ReportName } from './report-props.ts';
