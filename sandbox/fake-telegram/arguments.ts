import type { FormattedText } from './formatted-text';
import { parseHtml } from './parse-html';
import { trimmed, withFoundEntities } from './entities';
import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from './refusal';

export interface Upload {
  name: string;
  mime: string;
  bytes: Buffer;
}

/** A call's parameters. Like the real server it keeps each as a string, whatever way it was sent. */
export class Arguments {
  constructor(
    readonly values: ReadonlyMap<string, string>,
    readonly uploads: ReadonlyMap<string, Upload> = new Map(),
  ) {}

  text(name: string): string {
    return this.values.get(name) ?? '';
  }

  has(name: string): boolean {
    return this.text(name) !== '';
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    return /^-?\d+$/.test(value) ? Number(value) : undefined;
  }

  flag(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).toLowerCase());
  }

  json(name: string, what: string): unknown {
    if (!this.has(name)) return undefined;
    try {
      return JSON.parse(this.text(name));
    } catch {
      throw badRequest(`can't parse ${what} JSON object`);
    }
  }

  record(name: string, what: string): Record<string, unknown> | undefined {
    const value = this.json(name, what);
    if (value === undefined) return undefined;
    if (!isRecord(value)) throw badRequest(`object expected as ${what}`);
    return value;
  }

  /** The value of `name` formatted as `parse_mode` or the entities field tells. */
  formatted(name: string, entitiesName = 'entities'): FormattedText {
    const entities = this.json(entitiesName, 'message entities');
    return format({ text: this.text(name), mode: this.text('parse_mode'), entities });
  }

  toPayload(): Record<string, unknown> {
    const payload: Record<string, unknown> = {};
    for (const [name, value] of this.values) payload[name] = readable(value);
    for (const [name, upload] of this.uploads) {
      payload[name] = { upload: upload.name, mime: upload.mime, size: upload.bytes.length };
    }
    return payload;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function format(input: { text: string; mode: string; entities: unknown }): FormattedText {
  const text = input.text.replace(/\r/g, '');
  return trimmed(withFoundEntities(marked(text, input.mode, input.entities)));
}

function marked(text: string, mode: string, entities: unknown): FormattedText {
  if (mode && mode.toLowerCase() !== 'none') {
    if (mode.toLowerCase() !== 'html') throw badRequest('unsupported parse_mode');
    return parseHtml(text);
  }
  return { text, entities: Array.isArray(entities) ? entities.map((entity) => checked(entity, text)) : [] };
}

function checked(entity: unknown, text: string): MessageEntity {
  if (!isRecord(entity)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { offset, length, type } = entity;
  if (typeof offset !== 'number' || typeof length !== 'number' || typeof type !== 'string') {
    throw badRequest('can\'t parse MessageEntity: field "offset" must be of type Number');
  }
  if (offset < 0 || length < 0 || offset + length > text.length) {
    throw badRequest(`entity beginning at UTF-16 offset ${offset} ends after the end of the text`);
  }
  return entity as unknown as MessageEntity;
}

function readable(value: string): unknown {
  if (!/^[[{]/.test(value)) return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
