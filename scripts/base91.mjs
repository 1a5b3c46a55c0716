// Bytes as text that can stand in a script element and between double quotes: 23 % longer than the bytes
// (base64: 33 %). 13 bits make two of the 91 visible ASCII characters other than " < and \.
// Not the format "basE91", which packs some 14 bits into a pair.

const VISIBLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
const SYMBOLS = VISIBLE.filter((symbol) => !['"', "<", "\\"].includes(symbol));

export function encode(bytes) {
  let text = "";
  let held = 0;
  let count = 0;
  for (const byte of bytes) {
    held |= byte << count;
    count += 8;
    if (count < 13) continue;
    const pair = held & 8191;
    text += SYMBOLS[pair % 91] + SYMBOLS[Math.floor(pair / 91)];
    held >>= 13;
    count -= 13;
  }
  if (count > 0) text += SYMBOLS[held % 91];
  // Up to six bits need one character only.
  if (count > 6) text += SYMBOLS[Math.floor(held / 91)];
  return text;
}

/** Goes into the single file as it stands here, so it must not use anything outside itself. */
export function decode(text) {
  const bytes = new Uint8Array((text.length * 13) >> 4);
  const value = (index) => {
    const code = text.charCodeAt(index);
    return code - 33 - (code > 34) - (code > 60) - (code > 92);
  };
  let at = 0;
  let held = 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 2) {
    held |= (value(index) + 91 * (value(index + 1) || 0)) << count;
    // What the last pair holds beyond the end is dropped by the array.
    for (count += 13; count > 7; count -= 8) {
      bytes[at++] = held;
      held >>= 8;
    }
  }
  return bytes;
}
