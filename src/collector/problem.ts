/** Creates an error response with RFC 9457 problem details. */
export const toProblem = (
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify({ type: 'about:blank', status, title, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
