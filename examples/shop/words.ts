/** The texts of the confirmation page and its header and footer, in English and French. The catalogue is in English only. */

const en = {
  coffee: 'Coffee',
  brewing: 'Brewing',
  guide: 'Guide',
  cart: 'Cart',
  menu: 'Shop',
  skip: 'Skip to content',
  tagline: 'Small-batch coffee, roasted on Tuesdays and posted the same day.',
  privacy: 'Privacy',
  thanks: (name: string) => `Thank you, ${name}.`,
  confirmed: 'Your order is confirmed',
  sent: (email: string) => `A receipt is on its way to ${email}.`,
  number: 'Order number',
  placed: 'Placed on',
  arrives: 'Arrives',
  to: 'Delivered to',
  items: 'What you ordered',
  goods: 'Subtotal',
  delivery: 'Delivery',
  free: 'Free',
  total: 'Total, VAT included',
  next: 'What happens next',
  steps: [
    'We roast your coffee on the next roasting day and let it rest for a few hours.',
    'You get an e-mail with a tracking number as soon as the parcel leaves.',
    'Coffee is at its best from one to six weeks after the roast date on the bag.',
  ],
  more: 'Back to the shop',
  other: 'En français',
};

export type Words = typeof en;

const fr: Words = {
  coffee: 'Cafés',
  brewing: 'Matériel',
  guide: 'Guide',
  cart: 'Panier',
  menu: 'Boutique',
  skip: 'Aller au contenu',
  tagline: 'Des cafés en petits lots, torréfiés le mardi et postés le jour même.',
  privacy: 'Confidentialité',
  thanks: (name) => `Merci, ${name}.`,
  confirmed: 'Votre commande est confirmée',
  sent: (email) => `Un reçu vient d’être envoyé à ${email}.`,
  number: 'Numéro de commande',
  placed: 'Passée le',
  arrives: 'Livraison prévue',
  to: 'Adresse de livraison',
  items: 'Votre commande',
  goods: 'Sous-total',
  delivery: 'Livraison',
  free: 'Offerte',
  total: 'Total TTC',
  next: 'Et maintenant ?',
  steps: [
    'Nous torréfions votre café le prochain jour de torréfaction, puis nous le laissons reposer quelques heures.',
    'Vous recevez un e-mail avec le numéro de suivi dès que le colis part.',
    'Un café est au mieux entre une et six semaines après la date de torréfaction indiquée sur le sachet.',
  ],
  more: 'Retour à la boutique',
  other: 'In English',
};

export type Lang = 'en' | 'fr';
export const WORDS: Readonly<Record<Lang, Words>> = { en, fr };
export const toLang = (text: string | undefined): Lang => (text === 'fr' ? 'fr' : 'en');
