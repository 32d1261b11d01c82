/** The letters that the article's page uses for something else than marking, so that no label can have them. */
export const PAGE_KEYS: readonly string[] = [...'adefgijklmnprtuvwx', 'Shift-a', 'Shift-g', 'Shift-m'];
