import { render } from '@testing-library/preact';
import { h } from 'preact';
import { vi } from 'vitest';
import { isScored } from '../../src/core/index.ts';
import { locale as en } from '../../src/locales/en.ts';
import type { Survey } from '../../src/schema/index.ts';
import type { Locale } from '../../src/schema/locale.ts';
import { promptExtras as extras } from '../../widgets/more/index.ts';
import { SurveyPrompt, type SurveyPromptProps } from '../../widgets/SurveyPrompt.tsx';
import { openSession } from './session.ts';

/** Renders the prompt of a session. Clicks, keys and text change the session; `more` overrides props that the mount would pass. */
export const draw = (
  survey: Partial<Survey> & object = { metric: 'nps' },
  locale: Locale = en,
  more: Partial<SurveyPromptProps> = {},
) => {
  const { session } = openSession(survey, locale);
  const actions = {
    onSelect: vi.fn(
      (score: number, _detail: number) =>
        void session.select(session.state().questions.find(isScored)?.id ?? '', score, 'pointer'),
    ),
    onKey: vi.fn(),
    onLeave: vi.fn(),
    onWrite: vi.fn((id: string, text: string) => session.write(id, text)),
    onChoose: vi.fn((id: string, options: readonly string[]) => session.choose(id, options)),
    onSubmit: vi.fn(() => void session.submit()),
    onBack: vi.fn(() => session.back()),
    onLater: vi.fn(),
    onNever: vi.fn(),
    onClose: vi.fn(),
    onLink: vi.fn(),
  };
  const card = () => (
    <SurveyPrompt
      survey={session.survey}
      locale={locale}
      brand="Acme"
      state={session.state()}
      privacyUrl={undefined}
      mayRefuse={false}
      extras={extras}
      {...actions}
      {...more}
    />
  );
  const { rerender } = render(card());
  session.subscribe(() => rerender(card()));
  return { session, ...actions };
};
