import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { locale as en } from '../../src/locales/en.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import type { Survey } from '../../src/schema/index.ts';
import { draw } from '../helpers/card.tsx';

afterEach(cleanup);

const TWO_STEPS: Partial<Survey> & object = { questions: [{ type: 'nps' }, { type: 'text' }, { type: 'csat' }] };
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the card of a survey of several steps', () => {
  it('states the progress in the name of the group, and shows Next and Back when there is a next or a previous step', () => {
    draw(TWO_STEPS);
    expect(screen.getByRole('radiogroup', { name: /^Question 1 of 2 ?How likely/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '9' }));
    press('Next');
    expect(screen.getByRole('radiogroup', { name: /^Question 2 of 2 ?How satisfied/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Submit' })).toBeTruthy();
    press('Back');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '9' }).checked).toBe(true);
  });

  it('states the progress in the language of the prompt', () => {
    draw(TWO_STEPS, fr);
    expect(screen.getByRole('radiogroup', { name: /^Question 1 sur 2 ?Quelle/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '9' }));
    press('Suivant');
    press('Retour');
    expect(screen.getByRole('radiogroup', { name: /^Question 1 sur 2 ?Quelle/ })).toBeTruthy();
  });

  it('stays on the step and shows an issue when a required answer is missing', () => {
    draw(TWO_STEPS);
    press('Next');
    expect(screen.getByText('Please answer this question.')).toBeTruthy();
    expect(screen.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps the comment when the respondent goes on and back', () => {
    draw(TWO_STEPS);
    fireEvent.click(screen.getByRole('radio', { name: '9' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Fast' } });
    press('Next');
    expect(screen.queryByRole('textbox')).toBeNull();
    press('Back');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Fast');
  });

  it('has no progress and no Back button when the survey has one step', () => {
    draw();
    expect(screen.getByRole('radiogroup', { name: /^How likely/ })).toBeTruthy();
    expect(screen.queryByText(/^Question 1/)).toBeNull();
  });
});

describe('the ending of a survey', () => {
  const ENDINGS: Partial<Survey> & object = {
    metric: 'nps',
    thanks: 'Thank you.',
    endings: [
      { segments: ['promoter'], thanks: 'So kind!', link: { url: 'https://reviews.example/a', label: 'Tell others' } },
    ],
  };

  it('depends on the segment, and a click on its link is recorded', () => {
    const { changes } = draw(ENDINGS);
    fireEvent.click(screen.getByRole('radio', { name: '9' }));
    press('Submit');
    expect(screen.getByText('So kind!')).toBeTruthy();
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Tell others' });
    expect(link).toMatchObject({ href: 'https://reviews.example/a', target: '_blank', rel: 'noopener noreferrer' });
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    expect(changes.at(-1)).toEqual({ type: 'linkFollowed', url: 'https://reviews.example/a', link: 'ending' });
  });

  it('is the default thanks without a link for the other segments', () => {
    draw(ENDINGS);
    fireEvent.click(screen.getByRole('radio', { name: '7' }));
    press('Submit');
    expect(screen.getByText('Thank you.')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('"Don’t ask again"', () => {
  it('is offered only with mayRefuse', () => {
    draw();
    expect(screen.queryByRole('button', { name: 'Don’t ask again' })).toBeNull();
    cleanup();
    const { close } = draw({ metric: 'nps' }, en, { options: { mayRefuse: true } });
    press('Don’t ask again');
    expect(close.mock.calls).toEqual([['never']]);
  });
});
