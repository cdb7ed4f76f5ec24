/** How a client runs. `auto` in the options becomes one of these when the client is created. */
export type Mode = 'live' | 'preview' | 'test' | 'off';
