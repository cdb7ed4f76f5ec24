export function findFirefox(): string;
export function findWebKit(): { driver: string; screen: string; python: string };
export function ensureEngine(name: 'chromium' | 'firefox' | 'webkit'): void;
