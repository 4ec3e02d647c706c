import * as cloud from 'wx-server-sdk';
import { medicinesContract } from '../contracts/medicines';
import { serve } from '../kernel/serve';
import { dropTask, finishTask } from './close-task';
import { exportRegister } from './export-register';
import { listTasks, openTaskPhone, showTask } from './list-tasks';
import { sell } from './sell';
import { openNumber, showMySales, showRegister } from './show-register';

export const main = serve(
  'medicines',
  medicinesContract,
  {
    sell,
    mySales: showMySales,
    register: showRegister,
    openNumber,
    export: exportRegister,
    tasks: listTasks,
    task: showTask,
    taskPhone: openTaskPhone,
    finishTask,
    dropTask,
  },
  cloud,
);
