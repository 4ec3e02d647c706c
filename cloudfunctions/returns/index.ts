import * as cloud from 'wx-server-sdk';
import { returnsContract } from '../contracts/returns';
import { serve } from '../kernel/serve';
import { amendDeclaration } from './amend-declaration';
import { cancelDeclaration, changePlan, tellArrival } from './change-arrival';
import { checkArrival, previewCheck } from './check-arrival';
import { declareReturn, declareReturnFor } from './declare-return';
import { didNotCome } from './did-not-come';
import { openPhone } from './open-phone';
import { openPhotos } from './open-photos';
import { reclassify } from './reclassify';
import { replayDecision } from './replay-decision';
import { showDeclaration } from './show-declaration';
import { showForm, showFormFor } from './show-form';
import { showMine } from './show-mine';
import { showQueue } from './show-queue';

export const main = serve(
  'returns',
  returnsContract,
  {
    form: showForm,
    formFor: showFormFor,
    declare: declareReturn,
    declareFor: declareReturnFor,
    mine: showMine,
    amend: amendDeclaration,
    amendFor: amendDeclaration,
    changePlan,
    cancel: cancelDeclaration,
    tellArrival,
    queue: showQueue,
    show: showDeclaration,
    openPhone,
    openPhotos,
    previewCheck,
    checkArrival,
    didNotCome,
    reclassify,
    replay: replayDecision,
  },
  cloud,
);
