// Pictures as pixels: small files of them, and how far two of them differ.
// pngjs reads a PNG; pixelmatch tells a change from the smooth edge of a letter.

import { deflateSync } from "node:zlib";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

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

/** A picture from the bytes of a PNG. */
export const read = (bytes) => PNG.sync.read(bytes);

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
    const picture = new PNG({ width, height });
    const found = pixelmatch(before.data, after.data, picture.data, width, height, { threshold });
    if (found > pixels) {
      const says = `${found} pixels differ by more than ${threshold}; ${pixels} may`;
      return { says, picture };
    }
  }
  return null;
}

export const write = (picture) => PNG.sync.write(picture);

// pngjs writes no palettes, which make these pictures half as large.

/** Colours of a palette. */
const MOST = 256;

/** A PNG of at most 256 colours. */
export function small({ width, height, data }) {
  const colours = Array.from({ length: width * height }, (_, i) =>
    data[4 * i] << 16 | data[4 * i + 1] << 8 | data[4 * i + 2]);
  const { kept, places } = palette(colours);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = places.get(colours[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, by a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(kept.flatMap(parts))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Colours that are kept because they are the most frequent. */
const GROUNDS = 16;

/**
 * Which colours are kept, and the place of the nearest of them for every
 * colour: the most frequent, and then again and again the one that is farthest
 * from those (Gonzalez 1985). In the pictures of the gallery no colour moves by
 * more than 6 of 255.
 */
function palette(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const kept = [];
  const found = all.map((colour) => ({ colour, place: 0, distance: Infinity }));
  const keep = (colour) => {
    for (const it of found) {
      const distance = apart(it.colour, colour);
      if (distance < it.distance) Object.assign(it, { place: kept.length, distance });
    }
    kept.push(colour);
  };
  all.slice(0, GROUNDS).forEach(keep);
  while (kept.length < MOST) {
    const farthest = found.reduce((a, b) => a.distance < b.distance ? b : a);
    if (farthest.distance === 0) break;
    keep(farthest.colour);
  }
  return { kept, places: new Map(found.map((it) => [it.colour, it.place])) };
}

/** The square of the distance of two colours. */
function apart(a, b) {
  const there = parts(b);
  return parts(a).reduce((sum, part, at) => sum + (part - there[at]) ** 2, 0);
}

const parts = (colour) => [colour >> 16, colour >> 8 & 255, colour & 255];

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(checksum(body), body.length + 4);
  return whole;
}

/** The checksum of PNG; zlib's own is missing in Node.js 20.0. */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
