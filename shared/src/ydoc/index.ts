export * from './layout.ts';
export * from './observe-review.ts';
export {
  type EntryChange,
  type PublishedReview,
  type ReviewRootName,
  readReview,
  writeReview,
} from './review.ts';
export * from './text.ts';
