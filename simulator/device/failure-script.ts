/** A script in the mini-program's place that shows on the phone why it could not be built. */
export function failureScript(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `phone.report(${JSON.stringify(`小程序编译失败\n${reason}`)});`;
}
