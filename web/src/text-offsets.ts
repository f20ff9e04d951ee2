// Places in a text: C++ counts bytes of UTF-8, a browser counts UTF-16 units.

const encoder = new TextEncoder();

/** How many bytes of UTF-8 the first `units` UTF-16 units take. */
export function bytesBefore(text: string, units: number): number {
  return encoder.encode(text.slice(0, units)).length;
}

/** The UTF-16 index of the character that holds byte `bytes`; the text's length if it lies behind. */
export function unitsBefore(text: string, bytes: number): number {
  let seen = 0;
  let units = 0;
  for (const character of text) {
    const size = encoder.encode(character).length;
    if (seen + size > bytes) return units;
    seen += size;
    units += character.length;
  }
  return units;
}
