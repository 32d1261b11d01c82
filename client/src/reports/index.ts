export { type ReportName, Reports } from './Reports.tsx';
