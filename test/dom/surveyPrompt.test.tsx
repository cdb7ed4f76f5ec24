import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { locale as en } from '../../src/locales/en.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import { promptExtras } from '../../widgets/more/index.ts';
import { draw } from '../helpers/card.tsx';

afterEach(cleanup);

describe('the card', () => {
  it('has a named group with a hint, named ends and a radio for each score', () => {
    draw();
    const group = screen.getByRole('radiogroup', { name: /How likely is it that you would recommend Acme/ });
    expect(group.getAttribute('aria-required')).toBe('true');
    const hint = document.getElementById(group.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('0 – Not at all likely, 10 – Extremely likely');
    const radios = within(group).getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ value }) => value)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(within(group).getByRole('radio', { name: '0 – Not at all likely' })).toBe(radios[0]);
    expect(within(group).getByRole('radio', { name: '5' })).toBe(radios[5]);
    expect(radios.some(({ checked }) => checked)).toBe(false);
  });

  it('reveals the comment below the scale and keeps the scale', () => {
    const { onSelect } = draw();
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '9' }), { detail: 1 });
    expect(onSelect).toHaveBeenCalledWith(expect.objectContaining({ id: 'nps' }), 9, 1);
    expect(screen.getByRole('textbox', { name: 'What did you like most? optional' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '9' }).checked).toBe(true);
  });

  it('says how many characters are left before the limit is reached', () => {
    draw({ metric: 'nps', followUp: { maxLength: 20 } });
    fireEvent.click(screen.getByRole('radio', { name: '3' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Late 🚚' } });
    expect(screen.getByText('Characters left: 14')).toBeTruthy();
  });

  it('shows an issue in the words of the locale and lists it first in aria-describedby', () => {
    draw({ metric: 'csat' }, fr);
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    const group = screen.getByRole('radiogroup');
    const [first] = (group.getAttribute('aria-describedby') ?? '').split(' ');
    expect(document.getElementById(first ?? '')?.textContent).toBe('Veuillez répondre à cette question.');
    expect(group.getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(screen.getByRole('radio', { name: /^4/ }));
    expect(group.getAttribute('aria-invalid')).toBeNull();
  });

  it('has as many radios as the scale has points', () => {
    draw({
      questions: [
        { type: 'rating', title: 'Size?', min: 1, max: 3, polarity: 'higher_is_better', low: 'S', high: 'L' },
      ],
    });
    expect(screen.getAllByRole('radio')).toHaveLength(3);
  });

  it('names every point by its label when points have labels', () => {
    draw({ metric: 'ces', style: 'label' });
    expect(screen.getAllByRole('radio')).toHaveLength(7);
    expect(screen.getByRole('radio', { name: 'Neither agree nor disagree' })).toBeTruthy();
  });

  it('shows HTML in texts as plain text', () => {
    const title = '<img src=x onerror=alert(1)>\u202e{brand}</fieldset>';
    draw({ metric: 'nps', title });
    const shown = document.querySelector('legend')?.textContent?.replaceAll(/[\u2068\u2069]/g, '');
    expect(shown).toBe(title.replace('{brand}', 'Acme'));
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows the thanks in place of the questions', () => {
    draw({ metric: 'nps', thanks: 'You made our day.' });
    fireEvent.click(screen.getByRole('radio', { name: '9' }));
    fireEvent.click(screen.getByRole('button', { name: 'Submit' }));
    expect(screen.getByText('You made our day.')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });

  it('offers "Ask me later" unless the survey disables it', () => {
    draw();
    expect(screen.getByRole('button', { name: 'Ask me later' })).toBeTruthy();
    cleanup();
    draw({ metric: 'nps', askLater: false });
    expect(screen.queryByRole('button', { name: 'Ask me later' })).toBeNull();
  });
});

describe('the card without extras', () => {
  it.each([
    ['nps', { metric: 'nps' }, 11],
    ['csat', { metric: 'csat' }, 5],
    ['ces', { metric: 'ces' }, 7],
  ] as const)('draws %s with its comment and thanks like the card with extras', (_, survey, points) => {
    const drawAll = (extras: typeof promptExtras | undefined) => {
      cleanup();
      draw(survey, en, { extras, options: { privacyUrl: 'https://shop.example/privacy', mayRefuse: true } });
      const html = () => document.querySelector('.card')?.outerHTML;
      const drawn = [html()];
      expect(screen.getAllByRole('radio')).toHaveLength(points);
      fireEvent.click(screen.getByRole('button', { name: 'Submit' }));
      drawn.push(html());
      fireEvent.click(screen.getByRole('radio', { name: '4' }));
      fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Late' } });
      drawn.push(html());
      fireEvent.click(screen.getByRole('button', { name: 'Submit' }));
      expect(screen.getByText('Thank you for your feedback!')).toBeTruthy();
      return [...drawn, html()];
    };
    expect(drawAll(undefined)).toEqual(drawAll(promptExtras));
  });
});
