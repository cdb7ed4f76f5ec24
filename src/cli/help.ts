export const HELP = `scorelet conformance <url>

Checks that a collector implements the scorelet collector contract. Sends real requests and prints, for each
case that fails, the expected and the received response. The events have quality.test: true and ids that start
with scorelet-conformance-.

  --key <pk_…>       publishable key to send with every request
  --origin <origin>  value of the Origin header (default: https://conformance.example)
  --only <text>      run only the cases with this text in their id, title or section: --only cors
  --timeout <s>      seconds to wait for one response (default: 10)
  --rate-limit       also send requests until the collector responds with 429
  --history          also test history requests, which are optional for a collector
  --json             print the results as JSON
  --help, --version

Exit codes: 0 when every required case passes, 1 when a required case fails, 2 when the check could not run.
`;
