/** Runs in the page: creates clients with definitions that are not valid, and expects a report and nothing else. */
import { createClient, promptOf, type Written } from './journey.ts';
import { trap } from './trap.ts';

/** Time in which a client fetches the explanation and reports. */
const REPORT_MS = 5000;

const whenReported = async (errors: readonly string[]): Promise<void> => {
  const deadline = performance.now() + REPORT_MS;
  while (errors.length === 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve));
};

/** Creates a client for each document of a file. Each has only invalid surveys, or invalid settings. */
export const refused = async (file: string): Promise<string[]> => {
  const documents: Written[] = await (await fetch(file)).json();
  const problems: string[] = [];
  trap.rest();
  for (const [index, { options, identify, setContext, show, track }] of documents.entries()) {
    const errors: string[] = [];
    const client = createClient(options, errors);
    if (identify) client.identify(identify);
    if (setContext) client.setContext(setContext);
    if (track) client.track('a', track);
    const { shown } = await client.show(`${options.surveys?.[0]?.id}`, show);
    await whenReported(errors);
    client.destroy();
    const isShown = promptOf() !== null;
    const found = [
      ...(errors.length > 0 ? [] : ['no report']),
      ...(isShown && shown && !identify && !setContext && !track ? ['a prompt was shown'] : []),
      ...trap.check(),
    ];
    problems.push(...found.map((each) => `document ${index}: ${each}`));
    trap.sprung.length = 0;
    trap.rest();
  }
  return problems;
};
