/** The phone's name for a notice that is being written. */
export const keptName = (requestId: string): string => `notice:${requestId}`;
