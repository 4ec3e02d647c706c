/** The function was deployed without something it needs. Its text names variables only, so it may be logged whole. */
export class DeploymentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeploymentError';
  }
}

/** Where a function's settings come from: `process.env`, or the simulator's secrets when it writes a demo. */
export type Environment = Readonly<Record<string, string | undefined>>;

const KEY_BYTES = 32;

/** A 32-byte key written as base64; throws a DeploymentError when it is missing or malformed. */
export function readKey(environment: Environment, name: string): Buffer {
  const text = environment[name];
  if (text === undefined || text === '')
    throw new DeploymentError(
      `Missing environment variable ${name}: set it to 32 random bytes in base64 in the function's settings. ` +
        `缺少环境变量 ${name}：请在云函数配置里填写 32 字节随机数的 base64。`,
    );
  const key = Buffer.from(text, 'base64');
  // Node decodes base64 leniently; a key that was cut or mistyped must not turn into another key.
  if (key.length !== KEY_BYTES || key.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
    throw new DeploymentError(
      `Environment variable ${name} must be 32 bytes in base64. 环境变量 ${name} 必须是 32 字节的 base64。`,
    );
  return key;
}
