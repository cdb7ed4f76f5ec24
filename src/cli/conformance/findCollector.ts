import { NoAnswer, send } from './send.ts';

/** Explanations of Node's network error codes, with advice for the developer. */
const ADVICE: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused. Is the collector running, and is the port correct?',
  ENOTFOUND: 'the host was not found. Is the name correct?',
  EAI_AGAIN: 'the host name could not be resolved. Is there a network connection?',
  TIMEOUT: 'the collector did not respond in time. Use --timeout to wait longer.',
  ECONNRESET: 'the connection closed without a response. Is the protocol, http or https, correct?',
  EPROTO: 'the server does not speak TLS. Try http:// instead of https://',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak TLS. Try http:// instead of https://',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'the server does not speak TLS. Try http:// instead of https://',
  HPE_INVALID_CONSTANT: 'the server does not speak HTTP. Try https:// instead of http://',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed. Set NODE_EXTRA_CA_CERTS=<file> to trust it.',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate chain is self-signed. Set NODE_EXTRA_CA_CERTS=<file> to trust it.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the certificate could not be verified. Set NODE_EXTRA_CA_CERTS=<file> to the missing intermediate certificate.',
};

/** Returns the reason why the collector cannot be reached, or `undefined` when a server responds, with any status. */
export const findCollector = async (url: URL, timeoutMs: number): Promise<string | undefined> => {
  try {
    await send(url, { method: 'OPTIONS' }, timeoutMs);
    return undefined;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return ADVICE[error.code] ?? error.message;
  }
};
