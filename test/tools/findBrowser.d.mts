export function findBrowser(): string;
export function findHeadlessShell(): string;
export function ensureBrowser(): string;
