import { expect, it } from 'vitest';
import { createCheck } from '../../src/check/createCheck.ts';
import { lookAt } from '../../src/check/firstLook.ts';
import { createSecondCheck } from '../../src/check/secondCheck.ts';
import { meanings } from '../../src/check/table.ts';
import { toStyles } from '../../widgets/palettes.ts';

it('an unknown theme adds no colours and is still reported by the check', () => {
  const none = toStyles(undefined);
  for (const theme of [5, null, 'tied', {}, { accent: 5 }, []]) expect(toStyles(theme as never)).toBe(none);
  expect(toStyles('#0b6477')).toBe(toStyles({ accent: '#0b6477' }));
});

it('the palette "contrast" is a theme like the others', () => {
  const [yes, no] = [toStyles('contrast'), toStyles('ink')];
  expect(yes.startsWith(no)).toBe(false);
  expect(yes).toContain('--_accent:var(--scorelet-accent,');
  const { usable, surveys } = lookAt({ collector: '/c', theme: 'contrast' }, [{ id: 'a', metric: 'nps' }]);
  const { toUnsound } = createSecondCheck(createCheck, meanings);
  expect([usable, toUnsound({ collector: '/c', theme: 'contrast' }, surveys)]).toEqual([true, []]);
});
