// Asks a public validator whether a file is a valid OpenAPI document. Argument: the file.
import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';

const result = await new Validator().validate(JSON.parse(await readFile(process.argv[2], 'utf8')));
console.log(JSON.stringify({ valid: result.valid, errors: result.errors ?? [] }));
