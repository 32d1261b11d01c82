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
export { openDatabase } from './sqlite-database.ts';
