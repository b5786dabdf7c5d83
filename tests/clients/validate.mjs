// Validates values against JSON Schemas (2020-12) with Ajv, all of them in this one process.
//
//   node validate.mjs FILE
//
// FILE holds one JSON object a line: {"name", "schema", "values": [{"value", "valid"}]}. Prints one line for each schema
// that is none and each value that is not what it was said to be, and nothing when all is well.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ajv = addFormats(new Ajv({ allErrors: false, strict: true, strictRequired: false, validateFormats: true }));

for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { name, schema, values } = JSON.parse(line);
  let validate;
  try {
    validate = ajv.compile(schema);
  } catch (error) {
    console.log(`${name}: ${error.message}`);
    continue;
  }
  for (const { value, valid } of values) {
    if (validate(value) !== valid) {
      console.log(`${name}: ${JSON.stringify(value)} ${valid ? ajv.errorsText(validate.errors) : "is valid"}`);
    }
  }
}
