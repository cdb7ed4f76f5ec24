import { expect, it } from 'vitest';
import { toStyles } from '../../widgets/palettes.ts';

it('an unknown theme adds no colours and is still reported by the check', () => {
  const none = toStyles(undefined);
  for (const theme of [5, null, 'tied', {}, { accent: 5 }, []]) expect(toStyles(theme as never)).toBe(none);
  expect(toStyles('#0b6477')).toBe(toStyles({ accent: '#0b6477' }));
});
