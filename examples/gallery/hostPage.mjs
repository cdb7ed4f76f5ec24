/** The host page of the gallery: a simple shop page in the language of the scene. */
import { LANGUAGES } from './words.mjs';

/** Returns the markup of a scene's host page. Its survey opens with `show('shown')`. */
export const toHostPage = ({ lang = 'en', survey, theme, dark }) => {
  const { nav, title, text, items, button } = LANGUAGES[lang] ?? LANGUAGES.en;
  const config = {
    collector: '/collect',
    brand: 'Acme',
    mode: 'preview',
    locale: lang,
    theme: theme ?? 'ink',
    colorScheme: dark ? 'dark' : 'light',
    surveys: [{ id: 'shown', trigger: 'manual', ...survey }],
  };
  return `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}" class="${dark ? 'dark' : 'light'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/host.css">
<script type="application/json" data-scorelet>${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script async src="/scorelet.js"></script>
<header><b>Acme</b>${nav.map((each) => `<a>${each}</a>`).join('')}</header>
<main>
<h1>${title}</h1>
<p>${text}</p>
<div id="inline"></div>
<p><button id="track" type="button">${button}</button></p>
<ul>${items.map((each, index) => `<li><i class="i${index}"></i><span>${each}</span></li>`).join('')}</ul>
</main>`;
};
