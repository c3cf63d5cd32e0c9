// Enough of an XLSX file to show its first sheet: a ZIP archive with XML in it, which the browser unpacks and reads by itself.

export async function firstSheet(file: ArrayBuffer): Promise<string[][]> {
  const parts = directory(new DataView(file));
  const xml = async (name: string) => {
    const part = parts.get(name);
    return part ? new DOMParser().parseFromString(await unpack(file, part), 'application/xml') : null;
  };
  const shared = await xml('xl/sharedStrings.xml');
  const strings = shared ? named(shared, 'si').map((item) => texts(item)) : [];
  const name = [...parts.keys()].filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one)).sort()[0];
  const sheet = name ? await xml(name) : null;
  const rows: string[][] = [];
  for (const row of sheet ? named(sheet, 'row') : []) {
    const cells: string[] = [];
    for (const cell of named(row, 'c')) {
      const value = named(cell, 'v')[0]?.textContent ?? '';
      const kind = cell.getAttribute('t');
      cells[columnOf(cell.getAttribute('r') ?? '') - 1] = kind === 's' ? (strings[Number(value)] ?? '') : kind === 'inlineStr' ? texts(cell) : value;
    }
    rows[Number(row.getAttribute('r') ?? rows.length + 1) - 1] = Array.from(cells, (text) => text ?? '');
  }
  return Array.from(rows, (row) => row ?? []);
}

// Some programs write a prefix before each name.
const named = (parent: Document | Element, name: string) => [...parent.getElementsByTagNameNS('*', name)];

const texts = (item: Element) => named(item, 't').map((text) => text.textContent ?? '').join('');

/** `C7` → 3. */
export const columnOf = (address: string) => [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

interface Part {
  method: number;
  at: number;
  size: number;
}

const signature = { end: 0x06054b50, entry: 0x02014b50 };

function directory(view: DataView): Map<string, Part> {
  let end = view.byteLength - 22;
  while (view.getUint32(end, true) !== signature.end) end--;
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === signature.entry; left--) {
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.set(new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, name)), { method: view.getUint16(at + 10, true), at: start, size: view.getUint32(at + 20, true) });
    at += 46 + name + extra + comment;
  }
  return parts;
}

async function unpack(file: ArrayBuffer, part: Part): Promise<string> {
  const packed = new Blob([file.slice(part.at, part.at + part.size)]);
  return part.method === 0 ? packed.text() : new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
