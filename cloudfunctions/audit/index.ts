import * as cloud from 'wx-server-sdk';
import { auditContract } from '../contracts/audit';
import { serve } from '../kernel/serve';
import { checkSeals } from './check-seals';
import { sealEntries } from './seal-entries';

export const main = serve('audit', auditContract, { seal: sealEntries, check: checkSeals }, cloud);
