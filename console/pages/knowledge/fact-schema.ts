/** The part of JSON schema that packs are described in. */
export interface FactSchema {
  type?: string;
  enum?: string[];
  const?: unknown;
  default?: unknown;
  format?: string;
  properties?: Record<string, FactSchema>;
  additionalProperties?: FactSchema | boolean;
  items?: FactSchema;
  anyOf?: FactSchema[];
  minimum?: number;
  maximum?: number;
}

export const propertyOf = (schema: FactSchema, name: string): FactSchema => schema.properties?.[name] ?? {};

/** What a field holds where the source states something, and whether it may state nothing. */
export function stated(schema: FactSchema): { schema: FactSchema; nullable: boolean } {
  const choices = schema.anyOf;
  if (choices === undefined) return { schema, nullable: false };
  const nullable = choices.some(({ type }) => type === 'null');
  return { schema: choices.find(({ type }) => type !== 'null') ?? {}, nullable };
}

export const isLocalText = ({ properties = {} }: FactSchema): boolean => 'zh-CN' in properties;

/** What a form begins with where nothing was stated before. */
export function emptyOf(given: FactSchema): unknown {
  const { schema, nullable } = stated(given);
  if (nullable) return null;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, one]) => [name, emptyOf(one)]),
      );
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'number':
    case 'integer':
      return 0;
    default:
      return '';
  }
}
