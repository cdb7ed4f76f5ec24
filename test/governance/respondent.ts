/** Simulates what a respondent does with a prompt. */

import type { PresentOptions } from '../../src/api/present.ts';
import type { Session } from '../../src/core/session/session.ts';
import type { Open } from './page.ts';
import type { World } from './world.ts';

export type Habit = 'answers' | 'scores' | 'closes' | 'refuses' | 'later' | 'ignores';

/** Acts on a session in virtual time. */
export const respond = (world: World, open: Open, session: Session, options: PresentOptions): void => {
  const { random } = world;
  const { tab } = open.page;
  const drawn = random.pick<Habit>(['answers', 'answers', 'scores', 'closes', 'closes', 'refuses', 'later', 'ignores']);
  const habit = world.plan.unwilling && random.chance(0.8) ? 'closes' : drawn;
  world.note(habit);
  const act = (ms: number, what: string, run: () => void) =>
    tab.post(ms, () => {
      if (open.page.open !== open || open.page.destroyed) return;
      world.tell(tab.name, () => `${open.survey.id}: ${what}`);
      run();
    });
  const end = (reason: string) => options.close(reason as never);
  const first = random.whole(1500, 15_000);
  tab.post(1000, () => session.view());
  const score = () => {
    const [question] = session.state().questions;
    if (!question) return;
    session.select(question.id, random.whole(1, 5), 'pointer' as never);
    session.commit(question.id);
  };
  switch (habit) {
    case 'answers':
      act(first, 'chooses a score', score);
      act(first + 4000, 'submits', () => session.submit());
      act(first + 7000, 'closes the thanks', () => end('close_button'));
      break;
    case 'scores':
      act(first, 'chooses a score', score);
      act(first + random.whole(2000, 60_000), 'closes after the score', () => end('close_button'));
      break;
    case 'closes':
      act(first, 'closes', () => end(random.pick(['close_button', 'escape'])));
      break;
    case 'refuses':
      // "Don’t ask again" is offered from the second display on.
      act(first, options.mayRefuse ? 'refuses for ever' : 'closes', () =>
        end(options.mayRefuse ? 'never' : 'close_button'),
      );
      break;
    case 'later':
      act(first, 'puts it off', () => {
        session.snooze();
        end('api');
      });
      break;
    default:
      // The respondent ignores the prompt until the page is left, or for a long time.
      act(random.whole(60_000, 1_200_000), 'closes at last', () => end('close_button'));
  }
};
