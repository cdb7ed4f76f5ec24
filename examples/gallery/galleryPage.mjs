/** The page of all pictures: markup and a style sheet beside it, no script, so that it works anywhere it lies. */

const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const toId = (title) => title.toLowerCase().replace(/\W+/g, '-');

const toFigure = ({ name, caption, width, height }) => `<figure>
<a href="${name}.png"><img src="${name}.png" width="${width}" height="${height}" alt="" loading="lazy"></a>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>`;

const toSection = ({ title, scenes }) => `<section id="${toId(title)}">
<h2>${escapeHtml(title)}</h2>
<div class="figures${scenes.some(({ width }) => width > 700) ? ' wide' : ''}">
${scenes.map(toFigure).join('\n')}
</div>
</section>`;

/** Markup of the page. A caption says what its picture shows, so that the picture needs no text of its own. */
export const toGalleryPage = (sections) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What scorelet looks like</title>
<link rel="stylesheet" href="gallery.css">
</head>
<body>
<header>
<h1>What scorelet looks like</h1>
<p>${sections.flatMap(({ scenes }) => scenes).length} prompts as Chromium draws them. Each picture opens in its full size.</p>
<nav aria-label="Sections"><ul>
${sections.map(({ title }) => `<li><a href="#${toId(title)}">${escapeHtml(title)}</a></li>`).join('\n')}
</ul></nav>
</header>
<main>
${sections.map(toSection).join('\n')}
</main>
</body>
</html>
`;
