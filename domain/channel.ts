/** The doors beside the messengers. */
export type Channel = 'http';
