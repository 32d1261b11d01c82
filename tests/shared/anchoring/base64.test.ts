import { base64ToBytes, bytesToBase64 } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the base64 of held positions', () => {
  it('[AN11] comes back as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes);
        expect(base64ToBytes(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      }),
    );
  });

  it('[AN11] is refused when it is none', () => {
    for (const bad of ['a', 'ab', 'abc', 'a===', '====', 'ab=c', '=abc', 'ab-_', 'abé=', 'ab c'])
      expect(() => base64ToBytes(bad), bad).toThrow(RangeError);
  });
});
