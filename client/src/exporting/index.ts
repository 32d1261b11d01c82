export { type ExportedFile, keepFile } from './download.ts';
export { ExportMenu } from './ExportMenu.tsx';
