import * as cloud from 'wx-server-sdk';
import { channelsContract } from '../contracts/channels';
import { serve } from '../kernel/serve';
import { keepMessages, showOffers } from '../messages/offers';

export const main = serve('channels', channelsContract, { messages: showOffers, keepMessages }, cloud);
