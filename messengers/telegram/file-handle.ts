/** Telegram refuses a round video sent as an ordinary one, so our handle of it remembers what it was. */
const NOTE = 'note:';

export const noteHandle = (fileId: string): string => NOTE + fileId;

export const isNote = (handle: string): boolean => handle.startsWith(NOTE);

export const fileIdOf = (handle: string): string => (isNote(handle) ? handle.slice(NOTE.length) : handle);
