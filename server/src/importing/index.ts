export { IMPORT_LIMITS, type Imported, Importer, ImportFailed, type Source } from './importer.ts';
