/** The products of the demo shop. */

export interface Product {
  readonly slug: string;
  readonly kind: 'coffee' | 'brewing';
  readonly name: string;
  /** One line under the name. */
  readonly line: string;
  readonly story: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Euro cents. */
  readonly price: number;
  readonly unit: string;
  /** Text alternative of the picture. */
  readonly picture: string;
}

export const GRINDS = ['Whole bean', 'Espresso', 'Moka pot', 'Filter', 'French press'] as const;
export type Grind = (typeof GRINDS)[number];

export const PRODUCTS: readonly Product[] = [
  {
    slug: 'saddle-street',
    kind: 'coffee',
    name: 'Saddle Street',
    line: 'Cocoa, baked plum, a long finish',
    story:
      'Our house espresso, named after the lane the roastery stands in. Two naturals from Minas Gerais give it weight, a washed Huila lot keeps it lively. Forgiving at home, and it holds its own in milk.',
    facts: [
      ['Origin', 'Brazil and Colombia'],
      ['Process', 'Natural and washed'],
      ['Roast', 'Medium-dark'],
      ['Good for', 'Espresso, moka pot'],
    ],
    price: 1150,
    unit: '250\u00a0g',
    picture: 'A dark brown bag of Saddle Street espresso with a red sunrise on its label',
  },
  {
    slug: 'guji-highland',
    kind: 'coffee',
    name: 'Guji Highland',
    line: 'Jasmine, apricot, black tea',
    story:
      'Grown above 2,000 metres by 640 smallholders and washed at one station. The cup is light and floral, and gets sweeter as it cools. Drink it without milk at least once.',
    facts: [
      ['Origin', 'Guji, Ethiopia'],
      ['Process', 'Washed'],
      ['Roast', 'Light'],
      ['Good for', 'Filter, pour-over'],
    ],
    price: 1490,
    unit: '250\u00a0g',
    picture: 'A cream bag of Guji Highland with green hills and an orange sun on its label',
  },
  {
    slug: 'la-loma',
    kind: 'coffee',
    name: 'La Loma',
    line: 'Panela, red apple, almond',
    story:
      'The Ortega sisters dry their honeys slowly under shade nets, which is why this one tastes of caramel without being heavy. The coffee we send when somebody asks for “just a good coffee”.',
    facts: [
      ['Origin', 'Huila, Colombia'],
      ['Process', 'Honey'],
      ['Roast', 'Medium'],
      ['Good for', 'Everything'],
    ],
    price: 1350,
    unit: '250\u00a0g',
    picture: 'A teal bag of La Loma with mountains and a moon on its label',
  },
  {
    slug: 'boa-vista',
    kind: 'coffee',
    name: 'Boa Vista',
    line: 'Hazelnut, milk chocolate, dried fig',
    story:
      'Low in acidity and easy to get right. Dried on the patio for three weeks and rested for two months before it is shipped, so it roasts evenly and stays fresh for longer.',
    facts: [
      ['Origin', 'Sul de Minas, Brazil'],
      ['Process', 'Natural'],
      ['Roast', 'Medium'],
      ['Good for', 'Espresso, French press'],
    ],
    price: 1190,
    unit: '250\u00a0g',
    picture: 'An amber bag of Boa Vista with five coffee plants on its label',
  },
  {
    slug: 'karimi',
    kind: 'coffee',
    name: 'Karimi',
    line: 'Blackcurrant, rhubarb, brown sugar',
    story:
      'Only the largest beans of the main harvest, fermented twice. Juicy and bright, with the blackcurrant that people look for in a Kenyan coffee. A small lot: when it is gone, it is gone.',
    facts: [
      ['Origin', 'Nyeri, Kenya'],
      ['Process', 'Double washed'],
      ['Roast', 'Light'],
      ['Good for', 'Filter, pour-over'],
    ],
    price: 1690,
    unit: '250\u00a0g',
    picture: 'A white bag of Karimi with red coffee cherries on a dark label',
  },
  {
    slug: 'half-light',
    kind: 'coffee',
    name: 'Half-Light',
    line: 'Toffee, walnut, orange peel',
    story:
      'Decaffeinated with mountain water and nothing else, then roasted as carefully as the rest. For the cup after dinner, when you want the taste and the sleep.',
    facts: [
      ['Origin', 'Chiapas, Mexico'],
      ['Process', 'Washed, mountain-water decaf'],
      ['Roast', 'Medium'],
      ['Good for', 'Espresso, filter'],
    ],
    price: 1290,
    unit: '250\u00a0g',
    picture: 'A slate blue bag of Half-Light decaf with a crescent moon on its label',
  },
  {
    slug: 'dripper',
    kind: 'brewing',
    name: 'Stoneware dripper',
    line: 'Holds its heat, fits any mug',
    story:
      'Thrown in a pottery two valleys away and glazed in off-white. Takes size 02 paper filters and brews one large cup or two small ones.',
    facts: [
      ['Material', 'Stoneware, lead-free glaze'],
      ['Filter', 'Size 02'],
      ['Brews', '200–500 ml'],
      ['Care', 'Dishwasher safe'],
    ],
    price: 3400,
    unit: 'each',
    picture: 'An off-white stoneware dripper on a glass server half full of coffee',
  },
  {
    slug: 'kettle',
    kind: 'brewing',
    name: 'Gooseneck kettle',
    line: 'A steady pour, 0.9 litres',
    story:
      'The thin spout is what makes a pour-over easy: it gives the water where you want it and no faster. For gas, electric and induction hobs.',
    facts: [
      ['Material', 'Steel, beech handle'],
      ['Volume', '0.9 l'],
      ['Hobs', 'All, with induction'],
      ['Weight', '640 g'],
    ],
    price: 5900,
    unit: 'each',
    picture: 'A dark green gooseneck kettle with a wooden handle',
  },
  {
    slug: 'mug',
    kind: 'brewing',
    name: 'Moor mug',
    line: 'Enamel, 300 ml',
    story:
      'White enamel with the hills behind our roastery. Light enough for a rucksack, tough enough for the campfire, and it looks better with every chip.',
    facts: [
      ['Material', 'Enamelled steel'],
      ['Volume', '300 ml'],
      ['Care', 'Dishwasher safe'],
      ['Not for', 'Microwaves'],
    ],
    price: 1800,
    unit: 'each',
    picture: 'A white enamel mug with green hills and a red sun',
  },
];

export const findProduct = (slug: string): Product | undefined => PRODUCTS.find((product) => product.slug === slug);
