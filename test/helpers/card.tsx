import { render } from '@testing-library/preact';
import { h } from 'preact';
import { vi } from 'vitest';
import { locale as en } from '../../src/locales/en.ts';
import type { Survey } from '../../src/schema/index.ts';
import type { Locale } from '../../src/schema/locale.ts';
import { promptExtras } from '../../widgets/more/index.ts';
import { SurveyPrompt, type SurveyPromptProps } from '../../widgets/SurveyPrompt.tsx';
import { openSession } from './session.ts';

/** Draws the card of a session like `mountPrompt`. `more` replaces props; `options` replaces options of the client. */
export const draw = (
  survey: Partial<Survey> & object = { metric: 'nps' },
  locale: Locale = en,
  {
    options: given,
    ...more
  }: Partial<Omit<SurveyPromptProps, 'options'>> & {
    options?: Partial<Omit<SurveyPromptProps['options'], 'close'>>;
  } = {},
) => {
  const { session, changes } = openSession(survey, locale);
  const options = { brand: 'Acme', privacyUrl: undefined, mayRefuse: false, close: vi.fn(), ...given };
  const input = {
    onSelect: vi.fn(
      ({ id }: { id: string }, score: number, _detail: number) => void session.select(id, score, 'pointer'),
    ),
    onKey: vi.fn(),
    onLeave: vi.fn(),
    stop: vi.fn(),
  };
  const card = () => (
    <SurveyPrompt
      session={session}
      options={options}
      input={input}
      extras={promptExtras}
      onSubmit={() => void session.submit()}
      onClose={vi.fn()}
      {...more}
    />
  );
  const { rerender } = render(card());
  session.subscribe(() => rerender(card()));
  return { session, changes, close: options.close, ...input };
};
