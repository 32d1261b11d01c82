export * from './databases.ts';
export * from './forget.ts';
export * from './kept-people.ts';
export * from './kept-work.ts';
export * from './remembered.ts';
