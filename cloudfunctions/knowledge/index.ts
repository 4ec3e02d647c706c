import * as cloud from 'wx-server-sdk';
import { knowledgeContract } from '../contracts/knowledge';
import { serve } from '../kernel/serve';
import { showShelf, showTemplate, tick } from './show-shelf';

export const main = serve(
  'knowledge',
  knowledgeContract,
  { shelf: showShelf, template: showTemplate, tick },
  cloud,
);
