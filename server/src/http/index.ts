export { createHttp, type HttpPorts, routeTable } from './app.ts';
