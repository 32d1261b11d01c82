export * from './database.ts';
export {
  ConstraintViolation,
  CorruptRow,
  NewerData,
  SequenceConflict,
  StorageError,
  StorageFailed,
  StorageFull,
} from './errors.ts';
export { FolderInUse, lockFolder } from './folder-lock.ts';
export { LOG_SCHEMA } from './log-schema.ts';
export { openDatabase } from './sqlite-database.ts';
export { sqliteLog } from './sqlite-log.ts';
export * from './update-log.ts';
