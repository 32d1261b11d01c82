export { startApp } from './start.tsx';
