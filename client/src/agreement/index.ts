export { AgreementView, type AgreementViewProps } from './AgreementView.tsx';
export { type HeadlineFigure, useHeadlines } from './use-headlines.ts';
