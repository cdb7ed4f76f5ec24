import type { World } from './createSite.ts';
import { CAP_BYTES, CAP_EVENTS } from './fakeLocal.ts';
import { NEVER, type Recorded } from './ledger.ts';
import type { ResponsePlan } from './plan.ts';
import { EVENT_PREFIX } from './site.ts';
import type { Tab } from './tab.ts';

/** Comment text. Some characters take three bytes in UTF-8. */
const COMMENT = '好 good '.repeat(1000);

/** Why nothing is stored: consent is missing, or the site forbids storage. */
export const NOT_KEPT = 'the page may keep nothing';

/** Lists the events of a response, in order. */
const toSteps = ({ answers, end }: ResponsePlan): string[] => [
  'survey.displayed',
  'survey.viewed',
  ...Array.from({ length: answers }, () => 'question.answered'),
  ...(end === 'abandoned' ? [] : [`survey.${end}`]),
];

/** Returns true when another record would exceed the limit of 256 KiB or 300 events. */
const isFull = ({ local }: World, { id, json }: Recorded): boolean => {
  const { bytes, events } = local.used();
  // Removal markers and the retry state count towards the same limit.
  return events >= CAP_EVENTS || bytes + 2 * (EVENT_PREFIX.length + id.length + json.length + 20) > CAP_BYTES - 8192;
};

/** Gives an event to the outbox of a page and records the result of this task. */
const record = (
  world: World,
  tab: Tab,
  type: string,
  facts: Pick<Recorded, 'response' | 'sequence' | 'poison'> & { comment: number },
) => {
  const { ledger, random, scheduler } = world;
  const name = `e${ledger.recorded.size + 1}`;
  // Ids are random like real ids, so that their sort order is not the order of creation.
  const id = `${Math.floor(random.next() * 2 ** 32).toString(36)}-${name}`;
  const { comment, ...about } = facts;
  const answer = type === 'question.answered' || type === 'survey.completed';
  const data = `{"sequence":${facts.sequence}${comment > 0 && answer ? `,"comment":"${COMMENT.slice(0, comment)}"` : ''}}`;
  const json = `{"specversion":"1.0","id":"${id}","source":"https://shop.example/#checkout","type":"scorelet.${type}.v1","subject":"${facts.response}","data":${data}}`;
  const never = { held: false, why: NEVER, excused: false };
  const event: Recorded = {
    ...about,
    id,
    name,
    json,
    answer,
    urgent: answer || type === 'survey.dismissed',
    page: tab,
    at: scheduler.now(),
    task: scheduler.task(),
    wall: world.wall(),
    local: { ...never },
    durable: { ...never },
    returned: false,
    forgotten: false,
    loggedOut: false,
    wiped: false,
    corrupted: false,
    stuck: false,
    committedAt: [],
    versions: [json],
    bodies: [],
    copies: [],
    reports: [],
  };
  ledger.recorded.set(id, event);
  world.tell(tab.name, () => `${type} (event ${name}, sequence ${facts.sequence} of ${facts.response})`);
  const full = isFull(world, event);
  tab.enter(() => tab.outbox.add({ id, json, answer, urgent: event.urgent }));
  if (!tab.isAlive()) return;
  event.returned = true;
  const excuse = !tab.kept ? NOT_KEPT : full ? 'there was no room under the cap' : undefined;
  if (excuse) {
    if (full) world.tally('cap');
    for (const store of [event.local, event.durable])
      if (!store.held) Object.assign(store, { why: excuse, excused: true });
  }
};

/** Lets a respondent click through a survey, until the page ends or freezes. */
export const respond = (world: World, tab: Tab, response: string, plan: ResponsePlan): void => {
  let sequence = 0;
  let poison = plan.poison;
  const steps = toSteps(plan);
  const next = () => {
    const type = steps.shift();
    if (!type || !tab.isAlive() || tab.stopped || tab.isFrozen()) return;
    const poisoned = type === 'question.answered' ? poison : undefined;
    if (poisoned) poison = undefined;
    record(world, tab, type, { response, sequence: sequence++, poison: poisoned, comment: plan.comment });
    if (plan.gapMs > 0) world.scheduler.after(plan.gapMs, next);
    else next();
  };
  next();
};
