// Pictures as pixels: small files of them, and how far two of them differ.
// sharp reads and writes PNGs; pixelmatch tells a change from the smooth edge of
// a letter.

import pixelmatch from "pixelmatch";
import sharp from "sharp";

/**
 * What two pictures of the same may differ in: so many `pixels` by more than
 * `threshold`, a part of the distance from black to white, smooth edges of
 * letters left out. The first line finds a missing mark (60 pixels) or another
 * digit, the second a wash of colour. On one machine nothing differs at all;
 * the room is for another version of the browser. A test holds both lines
 * against small changes.
 */
export const TOLERANCE = [
  { threshold: 0.06, pixels: 24 },
  { threshold: 0.02, pixels: 600 },
];

/** A picture from the bytes of a PNG: its size, and four bytes for each pixel. */
export async function read(bytes) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/**
 * How two pictures differ, in a sentence, with a picture of it; `null` when
 * the tolerance covers it.
 */
export function difference(before, after) {
  const { width, height } = before;
  if (width !== after.width || height !== after.height) {
    return { says: `${after.width} × ${after.height} pixels instead of ${width} × ${height}`, picture: after };
  }
  for (const { threshold, pixels } of TOLERANCE) {
    const data = Buffer.alloc(before.data.length);
    const found = pixelmatch(before.data, after.data, data, width, height, { threshold });
    if (found > pixels) {
      const says = `${found} pixels differ by more than ${threshold}; ${pixels} may`;
      return { says, picture: { width, height, data } };
    }
  }
  return null;
}

/** The bytes of a PNG. */
export const write = ({ width, height, data }) =>
  sharp(data, { raw: { width, height, channels: 4 } }).png().toBuffer();

/** The same picture by a palette, as a PNG of less than half the bytes. */
export const small = (bytes) =>
  sharp(bytes).png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
