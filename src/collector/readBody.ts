/**
 * How much of a body above the limit is read and dropped. A server that closes a connection with unread data resets it, and the sender may
 * then lose the response.
 */
const DROPPED_BYTES = 2_097_152;

/**
 * Reads a request body as UTF-8 text. Returns `undefined` when the body is longer than `limit` bytes, after the sender has finished or two
 * more mebibytes have arrived.
 */
export const readBody = async (request: Request, limit: number): Promise<string | undefined> => {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit + DROPPED_BYTES) return undefined;
  if (!request.body) return '';
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length <= limit) parts.push(value);
    else if (length > limit + DROPPED_BYTES) {
      // Cancelling the stream lets the handler respond before the sender has sent the whole body.
      await reader.cancel();
      break;
    }
  }
  if (length > limit) return undefined;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};
