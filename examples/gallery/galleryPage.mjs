/** The page with all pictures. It has relative links and no script, so that it works in any folder. */

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

/** Returns the markup of the page. Pictures have an empty `alt`, because their captions describe them. */
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
<p>${sections.flatMap(({ scenes }) => scenes).length} prompts in Chromium. Click a picture to open it in full size.</p>
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
