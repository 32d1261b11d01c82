export { differences } from './differences.ts';
export { ExampleText } from './ExampleText.tsx';
export { GuideReader } from './GuideReader.tsx';
export { PAGE_KEYS } from './page-keys.ts';
export { searchGuide } from './search-guide.ts';
