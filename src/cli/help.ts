export const HELP = `scorelet conformance <url>

Checks that a collector keeps the contract of scorelet: posts real requests, and says case by case what was
expected and what came. Its events have quality.test and ids that begin with scorelet-conformance-.

  --key <pk_…>       the publishable key that goes with every request
  --origin <origin>  the page to claim to come from; https://conformance.example where none is given
  --only <text>      the cases that have it in their id, title or section: --only cors
  --timeout <s>      seconds to wait for one answer; 10 where none are given
  --rate-limit       also posts until the collector says 429
  --history          also asks for the history of respondents, which not every collector has
  --json             for machines
  --help, --version

Ends with 0 when everything is kept that must be, 1 when something is not, 2 when nothing could be checked.
`;
