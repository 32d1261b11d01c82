/** A colour in sRGB, channels and alpha from 0 to 1. */
export interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** Reads `#rrggbb` and `rgb(r g b / a)`. Throws a RangeError for anything else. */
export function parseColour(text: string): Rgba {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) {
    const [r, g, b] = hex.slice(1).map((pair) => Number.parseInt(pair, 16) / 255);
    return { r: r!, g: g!, b: b!, a: 1 };
  }
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(text);
  if (!rgb) throw new RangeError(`Not a colour this reads: ${text}`);
  const [r, g, b] = rgb.slice(1, 4).map((channel) => Number(channel) / 255);
  return { r: r!, g: g!, b: b!, a: Number(rgb[4]) };
}

/** A translucent colour as it looks on an opaque one. */
export function over(top: Rgba, ground: Rgba): Rgba {
  const mix = (a: number, b: number) => a * top.a + b * (1 - top.a);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a: 1 };
}

/** WCAG 2.2's contrast ratio of two opaque colours, from 1 to 21. */
export function contrast(one: Rgba, other: Rgba): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** WCAG 2.2's relative luminance. */
function luminance({ r, g, b }: Rgba): number {
  const linear = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
