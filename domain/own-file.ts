const OWN = 'own:';

/** A file no messenger has: bytes of ours, and what they are called. */
export interface OwnFile {
  readonly copyId: string;
  readonly name: string;
}

/** The handle of such a file, where a messenger's handle would stand. */
export const ownHandle = ({ copyId, name }: OwnFile): string => `${OWN}${copyId}:${name}`;

/** The file a handle means, when it is ours. */
export function ownFileIn(handle: string): OwnFile | undefined {
  if (!handle.startsWith(OWN)) return undefined;
  const [copyId = '', ...name] = handle.slice(OWN.length).split(':');
  return { copyId, name: name.join(':') };
}
