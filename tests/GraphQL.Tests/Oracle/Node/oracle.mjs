// Answers questions, one JSON object per line, with what the reference implementation says; one line per answer, in order.
import { createInterface } from "node:readline";
import {
  GraphQLError,
  buildASTSchema,
  buildClientSchema,
  buildSchema,
  getVariableValues,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
  validateSchema,
} from "graphql";
// Gives the errors one by one; the public function joins their texts.
import { validateSDL } from "graphql/validation/validate.js";

const schemas = new Map();

const told = (errors) => errors.map((error) => ({ message: error.message, locations: error.locations ?? [] }));

function parsed(source) {
  try {
    return { document: parse(source) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [error] };
  }
}

const answers = {
  /** Keeps a schema under a name. */
  schema({ name, sdl }) {
    schemas.set(name, buildSchema(sdl));
    return { errors: [] };
  },
  /** A schema's errors: those of the text, else those of the types. */
  sdl({ sdl }) {
    const { document, errors } = parsed(sdl);
    if (!document) return { isSyntax: true, errors: told(errors) };
    const textual = validateSDL(document);
    if (textual.length > 0) return { errors: told(textual) };
    try {
      return { errors: told(validateSchema(buildASTSchema(document, { assumeValidSDL: true }))) };
    } catch (error) {
      // Arguments of @deprecated and @specifiedBy are read while the types are made.
      return { hasThrown: true, errors: told([error]) };
    }
  },
  document({ schema, source }) {
    const { document, errors } = parsed(source);
    if (!document) return { isSyntax: true, errors: told(errors) };
    // All of them: the caller knows where it stops itself.
    try {
      return { errors: told(validate(schemas.get(schema), document, undefined, { maxErrors: 1_000_000 })) };
    } catch (error) {
      // Its rule on subscriptions reads the arguments of @skip before another rule has seen that they are there.
      if (!(error instanceof GraphQLError)) throw error;
      return { hasThrown: true, errors: told([error]) };
    }
  },
  /** Variables of the document's first operation. */
  variables({ schema, source, variables }) {
    const operation = parse(source).definitions[0];
    const { errors } = getVariableValues(schemas.get(schema), operation.variableDefinitions, variables, { maxErrors: 1_000_000 });
    return { errors: told(errors ?? []) };
  },
  /** An introspection result and the SDL it should amount to, both printed sorted. */
  introspection({ result, sdl }) {
    const print = (schema) => printSchema(lexicographicSortSchema(schema));
    return { errors: [], introspected: print(buildClientSchema(result)), built: print(buildSchema(sdl)) };
  },
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const question = JSON.parse(line);
  process.stdout.write(JSON.stringify(answers[question.kind](question)) + "\n");
}
