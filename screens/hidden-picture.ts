/** A plain grey picture that stands where a hidden one stood. */
const GREY =
  'iVBORw0KGgoAAAANSUhEUgAAAUAAAAC0AQMAAADfKmdSAAAABlBMVEWZmZm0tLQNol/uAAAAHklEQVR42u3BMQEAAADCoPVPbQ0PoAAAAAAAAAB+DRzUAAG9+HBKAAAAAElFTkSuQmCC';

export const hiddenPicture = (): Uint8Array => Buffer.from(GREY, 'base64');
