import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { foldedMessage } from '../../src/cards/folded.js';
import { present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams/teams.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { EVERY_VIEW } from './desk-views.js';

const SHARED = process.env.SHARED;
const NAME = 'schemas/adaptive-card-1.5.0.schema.json';

describe('The official schema of Adaptive Cards 1.5', () => {
  if (SHARED === undefined || SHARED === '') {
    it.skip(`was not checked: set SHARED to a folder that holds ${NAME}`);
    return;
  }

  const draft6: unknown = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json');
  // Its name stands under `id`, as draft 4 had it, which a validator of draft 6 refuses to read.
  const { id: _, ...schema } = JSON.parse(readFileSync(join(SHARED, NAME), 'utf8')) as Record<
    string,
    unknown
  >;
  const ajv = new Ajv({ strict: false, formats: { uri: true, 'uri-reference': true } });
  ajv.addMetaSchema(draft6 as object);
  const validate = ajv.compile(schema);

  it('is met by every view', () => {
    for (const language of [LANGUAGES.en, LANGUAGES.hu]) {
      for (const { name, view } of EVERY_VIEW) {
        const card: unknown = JSON.parse(JSON.stringify(present(view, language).card));
        assert.ok(validate(card), `${name}: ${JSON.stringify(validate.errors)}`);
      }
    }
  });

  it('is met by the line that each view becomes', () => {
    for (const { name, view } of EVERY_VIEW) {
      const { card } = foldedMessage(LANGUAGES.hu, view, view, teams);
      const line: unknown = JSON.parse(JSON.stringify(card));
      assert.ok(validate(line), `${name}: ${JSON.stringify(validate.errors)}`);
    }
  });

  it('would not be met by a card with a wrong field', () => {
    assert.ok(!validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 7 }] }));
    assert.ok(!validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'NoSuchThing' }] }));
  });
});
