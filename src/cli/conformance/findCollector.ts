import { NoAnswer, send } from './send.ts';

/** What to do about it, by what Node says. */
const ADVICE: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Is it started, and is the port right?',
  ENOTFOUND: 'there is no such host. Is the name right?',
  EAI_AGAIN: 'the name could not be looked up. Is there a network?',
  TIMEOUT: 'no answer. --timeout waits longer',
  ECONNRESET: 'the connection ended without an answer. Is it http or https?',
  EPROTO: 'that is no TLS. Try http:// instead of https://',
  ERR_SSL_WRONG_VERSION_NUMBER: 'that is no TLS. Try http:// instead of https://',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'that is no TLS. Try http:// instead of https://',
  HPE_INVALID_CONSTANT: 'what answers speaks no HTTP. Try https:// instead of http://',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed: NODE_EXTRA_CA_CERTS=<file> makes it known',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed: NODE_EXTRA_CA_CERTS=<file> makes it known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate can not be verified: NODE_EXTRA_CA_CERTS=<file> names the missing one',
};

/** Says why a collector can not be reached; `undefined` when anything at all answers. */
export const findCollector = async (url: URL, timeoutMs: number): Promise<string | undefined> => {
  try {
    await send(url, { method: 'OPTIONS' }, timeoutMs);
    return undefined;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return ADVICE[error.code] ?? error.message;
  }
};
