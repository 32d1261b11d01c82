export { FindBar, type Finding } from './FindBar.tsx';
export { OutlineButton } from './OutlineButton.tsx';
