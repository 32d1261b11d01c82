import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { realDataFolder } from '../../support/real-data.ts';

interface Assertion {
  readonly title: string;
  /** Complaints about an annotation; none when it is as the standard wants it. */
  check(annotation: unknown): string[];
}

/** The MUST assertions of the W3C's own test suite, or null where the data is absent. */
export function w3cMusts(): readonly Assertion[] | null {
  const data = realDataFolder();
  if (!data) return null;
  const root = join(data, 'schemas', 'w3c-web-annotation-tests');
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  for (const file of readdirSync(join(root, 'definitions')).filter((name) => name.endsWith('.json')))
    ajv.addSchema(read(join(root, 'definitions', file)), file);
  const list: string[] = read(join(root, 'annotations', 'annotationMusts.test')).assertions;
  return list.map((path) => {
    const schema = read(join(root, path));
    const validate = ajv.compile({ ...schema, id: `assert-${basename(path)}` });
    return {
      title: basename(path),
      check(annotation) {
        const valid = validate(annotation) as boolean;
        if (valid === (schema.expectedResult === 'valid')) return [];
        return [`${basename(path)}: ${schema.errorMessage} ${JSON.stringify(validate.errors?.slice(0, 2))}`];
      },
    };
  });
}
