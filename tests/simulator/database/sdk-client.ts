import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../../simulator/cloud/database';
import { CloudBaseError } from '../../../simulator/cloud/errors';
import type { SdkDatabase } from './sdk-types';

export interface SdkClient {
  db: SdkDatabase;
  /** Every request as it came over the wire. */
  requests: Record<string, unknown>[];
  close(): Promise<void>;
}

/** The genuine wx-server-sdk, talking over HTTP to nothing but this database. */
export async function connectSdk(database: Database): Promise<SdkClient> {
  const requests: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const parameters = JSON.parse(await text(request)) as Record<string, unknown>;
      requests.push(parameters);
      const answer = await database.handle(String(parameters.action), parameters).catch((error: unknown) => {
        if (error instanceof CloudBaseError) return { code: error.code, message: error.message };
        throw error;
      });
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify({ requestId: String(requests.length), ...answer }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TENCENTCLOUD_SECRETID: 'any',
    TENCENTCLOUD_SECRETKEY: 'any',
  });
  // Required only now: the SDK reads its environment when it is loaded.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would come before the environment
  const cloud = require('wx-server-sdk') as { init(options: { env: string }): void; database(): SdkDatabase };
  cloud.init({ env: 'local-env' });
  return {
    db: cloud.database(),
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
