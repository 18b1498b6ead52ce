import iconv from 'iconv-lite';

/**
 * The text of a CSV file: UTF-8 with or without BOM, UTF-16 with BOM (Excel's "Unicode text"), else GB18030, which
 * holds GBK and GB2312. Null when it is none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'gb18030');
    return text.includes('\ufffd') ? null : text;
  }
}
