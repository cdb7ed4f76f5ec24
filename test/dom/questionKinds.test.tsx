import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { locale as fr } from '../../src/locales/fr.ts';
import type { ChoiceQuestion, Question } from '../../src/schema/index.ts';
import { draw } from '../helpers/card.tsx';

afterEach(cleanup);

const names = (role: string) =>
  screen
    .getAllByRole<HTMLInputElement>(role)
    .map((each) => each.getAttribute('aria-label') ?? each.labels?.[0]?.textContent);

/** Returns the texts that `aria-describedby` refers to, in its order. */
const described = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .filter(Boolean);

const CHOICE: ChoiceQuestion = {
  type: 'choice',
  title: 'Why?',
  options: [
    { id: 'price', label: 'Price' },
    { id: 'speed', label: 'Speed' },
  ],
};
const ask = (question: Question, locale?: typeof fr) => draw({ questions: [question] }, locale);

describe('a scale without numbers', () => {
  it('names stars by their position and label, and fills the stars up to the selected one', () => {
    draw({ metric: 'csat', style: 'star' });
    expect(names('radio')).toEqual([
      '1 out of 5 – Very dissatisfied',
      '2 out of 5 – Dissatisfied',
      '3 out of 5 – Neutral',
      '4 out of 5 – Satisfied',
      '5 out of 5 – Very satisfied',
    ]);
    fireEvent.click(screen.getByRole('radio', { name: '4 out of 5 – Satisfied' }));
    expect(screen.getAllByRole('radio').map((each) => each.closest('label')?.classList.contains('reached'))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    // The name of the chosen point replaces those of the ends.
    expect(screen.getByText('Satisfied').closest('.ends')?.textContent).toBe('Satisfied');
  });

  it('names stars without labels by their position, except the two ends', () => {
    ask({
      type: 'rating',
      title: 'T',
      min: 1,
      max: 3,
      polarity: 'higher_is_better',
      style: 'star',
      low: 'Bad',
      high: 'Good',
    });
    expect(names('radio')).toEqual(['1 out of 3 – Bad', '2 out of 3', '3 out of 3 – Good']);
  });

  it('names faces in the language of the prompt and hides the drawing from screen readers', () => {
    draw({ metric: 'ces', variant: 'ease5', style: 'emoji' }, fr);
    expect(names('radio').slice(0, 2)).toEqual(['1 sur 5 – Très difficile', '2 sur 5 – Difficile']);
    const icons = [...document.querySelectorAll('.option i')];
    expect(icons).toHaveLength(5);
    expect(icons.every((icon) => icon.getAttribute('aria-hidden') === 'true')).toBe(true);
  });

  it('puts the saddest face at the worst point of either polarity', () => {
    const faces = () => [...document.querySelectorAll('.option i')].map(({ className }) => className);
    draw({ metric: 'csat', style: 'emoji' });
    expect(faces()[0]).toBe('face face0');
    cleanup();
    draw({ metric: 'ces', variant: 'ces1', style: 'emoji' });
    expect(faces()).toEqual(['face face4', 'face face3', 'face face2', 'face face1', 'face face0']);
  });

  it('names thumbs by the labels of the survey, or by their direction if the survey has no labels', () => {
    const thumbs = { type: 'rating', title: 'T', min: 0, max: 1, style: 'thumb' } as const;
    ask({ ...thumbs, polarity: 'higher_is_better' });
    expect(names('radio')).toEqual(['Thumbs down', 'Thumbs up']);
    cleanup();
    ask({ ...thumbs, polarity: 'lower_is_better' });
    expect(names('radio')).toEqual(['Thumbs up', 'Thumbs down']);
    cleanup();
    ask({ ...thumbs, polarity: 'higher_is_better', labels: ['No', 'Yes'] });
    expect(names('radio')).toEqual(['No', 'Yes']);
  });

  it('draws custom icons as text: one for all stars, one for each face', () => {
    const icons = () => [...document.querySelectorAll('.option i')].map(({ textContent }) => textContent);
    draw({ metric: 'csat', style: 'star', icons: ['<b>'] });
    expect(icons()).toEqual(['<b>', '<b>', '<b>', '<b>', '<b>']);
    cleanup();
    draw({ metric: 'csat', style: 'emoji', icons: ['1', '2', '3', '4', '5'] });
    expect(icons()).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('a choice', () => {
  it('with a single answer is a named group of radio buttons, of which one is checked', () => {
    const { session } = ask({ ...CHOICE, required: true });
    const group = screen.getByRole('radiogroup', { name: 'Why? required' });
    expect(group.getAttribute('aria-required')).toBe('true');
    fireEvent.click(within(group).getByRole('radio', { name: 'Price' }));
    fireEvent.click(within(group).getByRole('radio', { name: 'Speed' }));
    expect(session.state().choices).toEqual({ choice: ['speed'] });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Speed' }).checked).toBe(true);
  });

  it('with several answers is a group of checkboxes without aria-required, and each can be unchecked', () => {
    const { session } = ask({ ...CHOICE, required: true, multiple: true });
    const group = screen.getByRole('group', { name: 'Why? required' });
    expect(group.hasAttribute('aria-required')).toBe(false);
    for (const name of ['Price', 'Speed', 'Price']) fireEvent.click(within(group).getByRole('checkbox', { name }));
    expect(session.state().choices).toEqual({ choice: ['speed'] });
  });

  it('lists "Other" last, in the language of the prompt, and shows its text field only while it is selected', () => {
    const { session } = ask({ ...CHOICE, multiple: true, other: true }, fr);
    expect(names('checkbox')).toEqual(['Price', 'Speed', 'Autre']);
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Autre' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Autre' }), { target: { value: 'La pluie' } });
    expect(session.state().texts).toEqual({ choice: 'La pluie' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Autre' }));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('with a missing required answer is described by its issue', () => {
    ask({ ...CHOICE, required: true, multiple: true }, fr);
    const group = screen.getByRole('group');
    expect(group.hasAttribute('aria-describedby')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    expect(group.getAttribute('aria-invalid')).toBe('true');
    expect(described(group)).toEqual(['Veuillez répondre à cette question.']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Price' }));
    expect(group.hasAttribute('aria-invalid')).toBe(false);
  });
});

describe('an email address', () => {
  it('has a named field that a browser can autofill, and shows its issue', () => {
    ask({ type: 'email' }, fr);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Votre adresse e-mail facultatif' });
    expect(field).toMatchObject({ type: 'email', autocomplete: 'email', dir: 'ltr' });
    expect(field.hasAttribute('aria-describedby')).toBe(false);
    fireEvent.input(field, { target: { value: 'anna@' } });
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described(field)).toEqual(['Veuillez saisir une adresse e-mail telle que name@example.com.']);
    expect(field.value).toBe('anna@');
    fireEvent.input(field, { target: { value: 'anna@example.com' } });
    expect(screen.queryByText(/Veuillez/)).toBeNull();
  });
});

describe('a consent', () => {
  it('is an unchecked checkbox with the consent text as its name', () => {
    const { session } = ask({ type: 'consent', title: 'You may write to me.', required: true });
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^You may write to me\./ });
    expect(box.checked).toBe(false);
    expect(box.getAttribute('aria-required')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Submit' }));
    expect(described(box)).toEqual(['Please answer this question.']);
    fireEvent.click(box);
    expect(box.checked).toBe(true);
    expect(session.state().choices).toEqual({ consent: ['given'] });
    fireEvent.click(box);
    expect(session.state().choices).toEqual({ consent: [] });
  });
});
