import { readFileSync } from 'node:fs';
import { HUES, PERSON_COLOURS } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { contrast, over, parseColour, type Rgba } from './contrast.ts';

const css = readFileSync(new URL('../../../client/src/ui/tokens.css', import.meta.url), 'utf8');

/** The colour tokens of one theme, read from the style sheet itself. */
function coloursOf(theme: 'light' | 'dark'): (name: string) => Rgba {
  const pairs = [
    ...css.matchAll(/--([\w-]+): light-dark\(((?:rgb\([^)]*\)|[^,()])+),\s*((?:rgb\([^)]*\)|[^,()])+)\);/g),
  ];
  const colours = new Map(
    pairs.map(([, name, light, dark]) => [name, parseColour((theme === 'light' ? light : dark)!.trim())]),
  );
  return (name) => {
    const colour = colours.get(name);
    if (!colour) throw new RangeError(`No colour is called --${name}`);
    return colour;
  };
}

const people = readFileSync(new URL('../../../client/src/ui/theme/people.css', import.meta.url), 'utf8');

/** The colour that `color-mix(in srgb, var(--person) …%, ground)` makes for a property of a person, light or dark. */
function personColour(person: string, property: string, theme: 'light' | 'dark'): Rgba {
  const [, value] = new RegExp(`--person-${property}:([^;]+);`).exec(people) ?? [];
  const mixes = [...(value ?? '').matchAll(/color-mix\(in srgb, var\(--person\) (\d+)%, (black|white)\)/g)];
  const mix = theme === 'dark' ? mixes.at(-1) : mixes[0];
  if (!mix) throw new RangeError(`--person-${property} is not mixed in sRGB`);
  const ground = parseColour(mix[2] === 'black' ? '#000000' : '#ffffff');
  return over({ ...parseColour(person), a: Number(mix[1]) / 100 }, ground);
}

const GROUNDS = ['paper', 'paper-raised', 'paper-sunken', 'paper-hover'];

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (theme) => {
  const colour = coloursOf(theme);

  it.each(PERSON_COLOURS)(
    '[UI3] initials can be read on the colour %s, and words in it on paper',
    (person) => {
      expect(contrast(parseColour('#ffffff'), personColour(person, 'fill', theme))).toBeGreaterThanOrEqual(
        4.5,
      );
      const ink = personColour(person, 'ink', theme);
      for (const ground of ['paper', 'paper-raised', 'paper-sunken'])
        expect(contrast(ink, colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(GROUNDS)('[UI1] words of every strength can be read on %s', (ground) => {
    for (const ink of ['ink', 'ink-soft', 'danger', 'success', 'warning', 'link'])
      expect(contrast(colour(ink), colour(ground)), ink).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'paper-raised', 'paper-sunken'])('[UI1] faint words can be read on %s', (ground) => {
    expect(contrast(colour('ink-faint'), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['on-accent', 'accent'],
    ['on-danger', 'danger-fill'],
    ['ink', 'danger-wash'],
    ['danger', 'danger-wash'],
    ['success', 'success-wash'],
    ['warning', 'warning-wash'],
    ['link', 'success-wash'],
  ])('[UI1] --%s can be read on --%s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(HUES)(
    '[UI2] the %s label can be read on paper and on its own fills, and the article through them',
    (hue) => {
      for (const name of ['paper', 'paper-raised']) {
        const ground = colour(name);
        const text = colour(`hue-${hue}-text`);
        const strong = over(colour(`hue-${hue}-fill-strong`), ground);
        const nested = [1, 2, 3].reduce((below) => over(colour(`hue-${hue}-fill`), below), ground);
        expect(contrast(text, ground), `text on ${name}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(text, strong), `text on strong fill on ${name}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour('ink'), strong), `ink on strong fill on ${name}`).toBeGreaterThanOrEqual(7);
        expect(contrast(colour('ink'), nested), `ink on three fills on ${name}`).toBeGreaterThanOrEqual(7);
      }
    },
  );

  it.each(HUES)('[UI2] the line of the %s label is seen on paper', (hue) => {
    expect(contrast(colour(`hue-${hue}-line`), colour('paper'))).toBeGreaterThanOrEqual(3);
  });

  it.each(['paper', 'paper-raised', 'paper-sunken', 'paper-hover'])(
    '[UI1] focus and edges of fields are seen on %s',
    (ground) => {
      for (const edge of ['focus', 'rule-strong'])
        expect(contrast(colour(edge), colour(ground)), edge).toBeGreaterThanOrEqual(3);
    },
  );
});
