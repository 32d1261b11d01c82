import { element, type Markup } from './export-markup.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A moment in words, always in UTC and in one language, so that every machine writes the same. */
export function momentText(at: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(at) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}, ${time} UTC` : at;
}

/** As `momentText`, short as notes want it. */
export function moment(at: string): Markup {
  return element(
    'time',
    { datetime: at },
    momentText(at)
      .replace(/([A-Z][a-z]{2})[a-z]*(?= \d{4})/, '$1')
      .replace(' UTC', ''),
  );
}
