export { Gateway, type GatewayLimits, type GatewayOptions } from './gateway.ts';
