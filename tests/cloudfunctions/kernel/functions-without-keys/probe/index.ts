export { main } from '../../functions/probe';
