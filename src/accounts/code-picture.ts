import { encode } from 'uqr';

/** White around the code, in modules, without which cameras do not find it (ISO/IEC 18004 asks for four). */
const BORDER = 4;

/** A QR code as an SVG file: black on white in any theme, sharp at any size, without a style of its own. */
export function codePicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${dark.join('')}"/></svg>`,
  ].join('');
}
