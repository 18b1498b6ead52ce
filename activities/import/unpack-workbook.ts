import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** `broken`: no archive that we can follow. `tooLarge`: unpacked, or spread out as a table, more than any list is. */
export type Unpacked = { ok: true; bytes: Uint8Array } | { ok: false; why: 'broken' | 'tooLarge' };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const zip64 = 0xffffffff;
/** More than a list of every firm of a province has; a cell far out would make as many empty ones. */
const mostCells = 4_000_000;

interface Entry {
  name: string;
  stored: Buffer;
  method: number;
}

/**
 * A workbook packed anew, so that its reader sees nothing but what was measured here: an archive says of itself how large it
 * is, and may lie.
 */
export function unpackWorkbook(bytes: Uint8Array, mostBytes: number): Unpacked {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files: Record<string, Uint8Array> = {};
  let left = mostBytes;
  let cells = 0;
  try {
    for (const entry of entriesOf(archive)) {
      if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
      const content = contentOf(entry, left);
      left -= content.length;
      if (left < 0) return { ok: false, why: 'tooLarge' };
      if (/worksheets\/[^/]+\.xml$/i.test(entry.name)) cells += cellsIn(content.toString('latin1'));
      if (cells > mostCells) return { ok: false, why: 'tooLarge' };
      files[entry.name] = content;
    }
  } catch (error) {
    const isTooLarge =
      error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, why: isTooLarge ? 'tooLarge' : 'broken' };
  }
  return { ok: true, bytes: zipSync(files, { level: 0 }) };
}

function* entriesOf(archive: Buffer): Generator<Entry> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== endSignature) throw new Error('no end of a directory');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (at === zip64) at = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  for (let n = 0; n < count; n += 1) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error('no entry');
    const method = archive.readUInt16LE(at + 10);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => archive.readUInt16LE(at + o));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const extraAt = at + 46 + (nameLength ?? 0);
    const extra = archive.subarray(extraAt, extraAt + (extraLength ?? 0));
    const [size, offset] = placeOf(archive, at, extra);
    const dataAt = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    yield { name, method, stored: archive.subarray(dataAt, dataAt + size) };
    at = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
  }
}

/** Packed size and offset of an entry, which large archives, and some programs always, write elsewhere. */
function placeOf(archive: Buffer, at: number, extra: Buffer): [size: number, offset: number] {
  const given = [24, 20, 42].map((o) => archive.readUInt32LE(at + o));
  let next = 4;
  const wide = extra.length >= 4 && extra.readUInt16LE(0) === 1;
  const [, size = 0, offset = 0] = given.map((value) => {
    if (value !== zip64 || !wide) return value;
    const found = Number(extra.readBigUInt64LE(next));
    next += 8;
    return found;
  });
  return [size, offset];
}

function contentOf({ method, stored }: Entry, left: number): Buffer {
  if (method === 0) return stored;
  if (method !== 8) throw new Error('packed in another way');
  return inflateRawSync(stored, { maxOutputLength: Math.max(1, left) });
}

/**
 * Of the table that a sheet spans from its first to its last row and cell; the reader fills in those that are left out. Without
 * end where a place is written in a way that no program writes: the reader might take it for one far out.
 */
function cellsIn(sheet: string): number {
  let [rows, columns] = [0, 0];
  for (const [, , place = ''] of sheet.matchAll(/(?<![\w:.-])r\s*=\s*(["'])(.*?)\1/gs)) {
    const [, letters, row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (letters === undefined) return Infinity;
    rows = Math.max(rows, Number(row));
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    columns = Math.max(columns, column);
  }
  return rows * Math.max(columns, 1);
}
