import { fileRefusal, isCleanable, isUnsafe, mediaTypeOf } from '../../domain/files';
import { ELF, hugePng, PDF, PE, photoWithGps, png, SVG, webp } from '../support/sample-files';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const typeOf = (text: string) => mediaTypeOf(bytes(text));

describe('the type of a file', () => {
  it('of a picture is known by its content', async () => {
    expect(mediaTypeOf(await photoWithGps())).toBe('image/jpeg');
    expect(mediaTypeOf(await png())).toBe('image/png');
    expect(mediaTypeOf(hugePng())).toBe('image/png');
    expect(mediaTypeOf(await webp())).toBe('image/webp');
    expect([...'jpeg png webp'.split(' ')].every((name) => isCleanable(`image/${name}`))).toBe(true);
  });

  it.each([
    ['\0\0\0\x18ftypheic\0\0', 'image/heic'],
    ['\0\0\0\x18ftypcrx \0\0', 'image/heic'],
    ['\0\0\0\x18ftypmp42\0\0', 'video/mp4'],
    ['\0\0\0\x08wide\0\x01\0\0mdat', 'video/quicktime'],
    ['the wide road is closed', 'text/plain'],
    ['II*\0\x08\0\0\0', 'image/tiff'],
    ['GIF89a', 'image/gif'],
    ['PK\x03\x04\x14\0word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\x03\x04\x14\0readme', 'application/zip'],
    ['RIFF\0\0\0\0WAVE', 'video/x-riff'],
    ['\x01\x02\x03\x04', 'application/octet-stream'],
    ['just words', 'text/plain'],
  ])('of %j is %s, and nothing that runs', (text, type) => {
    expect(typeOf(text)).toBe(type);
    expect(isUnsafe(type)).toBe(false);
    expect(isCleanable(type)).toBe(false);
  }); // prettier-ignore

  it('of a letter in UTF-8 and in UTF-16 is text', () => {
    expect(mediaTypeOf(Buffer.from('Доброго дня, ліхтар не горить'))).toBe('text/plain');
    expect(mediaTypeOf(Buffer.from('\ufeffДоброго дня', 'utf16le'))).toBe('text/plain');
    expect(mediaTypeOf(PDF)).toBe('application/pdf');
  });

  it.each([
    ['<svg>', 'image/svg+xml', 'a drawing may run'],
    ['<svg onload="x">', 'image/svg+xml', 'with more in its tag'],
    ['<svg/onload="x">', 'image/svg+xml', 'without a space'],
    ['<d:svg xmlns:d="s">', 'image/svg+xml', 'under another name'],
    ['<draw:svg>', 'image/svg+xml', 'under a longer name'],
    ['<html><p>', 'text/html', 'a page may run'],
    ['<HTML lang="uk">', 'text/html', 'in any case'],
    ['hello <script>x()', 'text/html', 'after other words'],
    ['<script src="x">', 'text/html', 'with more in its tag'],
    ['<script/src="x">', 'text/html', 'without a space'],
    ['<scripture>', 'text/plain', 'only words'],
    ['1 < 2 svg, 3 > 2 html', 'text/plain', 'only words'],
    ['<svga>', 'text/plain', 'only words'],
    ['слово\x01', 'application/octet-stream', 'what no text has'],
    ['\xfe\xff\0a', 'text/plain', 'UTF-16, the other way round'],
    ['\t\n\v\f\r\x1b', 'text/plain', 'what old text has'],
  ])('of %j is %s: %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  it('of nothing is unknown', () => {
    expect(mediaTypeOf(Buffer.alloc(0))).toBe('application/octet-stream');
  });
});

describe('what may run', () => {
  it.each([
    ['a program of Linux', ELF],
    ['a program of Windows', PE],
    ['a script', bytes('#!/bin/sh\nrm')],
    ['a program of a phone', bytes('PK\x03\x04\x14\0AndroidManifest.xml')],
    ['a drawing in words', SVG],
    ['a drawing in wide letters', Buffer.from(`\ufeff${SVG.toString()}`, 'utf16le')],
    ['a page', bytes('\n<!DOCTYPE html><p>')],
  ])('is %s, whatever its name', (_what, content) => {
    expect(isUnsafe(mediaTypeOf(content))).toBe(true);
    expect(isCleanable(mediaTypeOf(content))).toBe(false);
  });
});

describe('a file is refused by what is said of it', () => {
  const MB = 1024 * 1024;

  it.each([
    ['too_big', { kind: 'video', sizeBytes: 20 * MB + 1 }],
    ['empty', { kind: 'document', name: 'akt.pdf', sizeBytes: 0 }],
    ['program', { kind: 'document', name: 'Lampa.EXE' }],
    ['program', { kind: 'document', name: 'drawing', mediaType: 'image/svg+xml' }],
    ['as_photo', { kind: 'document', name: 'IMG_0001.HEIC' }],
    ['as_photo', { kind: 'document', mediaType: 'image/heif' }],
  ])('as %s: %j', (why, file) => {
    expect(fileRefusal(file)).toBe(why);
  });

  it.each([
    { kind: 'photo' },
    { kind: 'document', name: 'заява.pdf', mediaType: 'application/pdf', sizeBytes: 20 * MB },
    { kind: 'document', name: 'IMG_0001.JPG', mediaType: 'image/jpeg' },
    { kind: 'voice', sizeBytes: 10 },
  ])('but not %j', (file) => {
    expect(fileRefusal(file)).toBeUndefined();
  });
});
