export function findBrowser(): string;
export function ensureBrowser(): string;
