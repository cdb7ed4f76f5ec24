/** The collector's start page, which links to everything it serves. */
export const INDEX_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>scorelet collector</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/results/results.css">
</head>
<body>
<main class="index">
<p class="wordmark">scorelet</p>
<h1>Collector</h1>
<p class="lede">This process receives survey events and stores them in its own database.</p>
<ul class="doors">
<li><a href="/results">Results</a><span>scores with their intervals, response rates, comments</span></li>
<li><a href="/api/export.csv">Export as CSV</a><span>one row for each answer, for a spreadsheet</span></li>
<li><a href="/api/export.json">Export as JSON</a><span>the same rows, for a program</span></li>
<li><a href="/api/results">Results as JSON</a><span>the data of the results page</span></li>
<li><a href="/scorelet/scorelet.js">The script</a><span>the SDK for host pages</span></li>
<li><a href="/health">Health</a><span>checks that the database responds</span></li>
</ul>
<h2>Add a survey to a page</h2>
<pre><code>&lt;script async src="/scorelet/scorelet.js" data-collector="/collect" data-metric="nps" data-brand="Acme"&gt;&lt;/script&gt;</code></pre>
</main>
</body>
</html>
`;
