/** The few parts that we use; the packages bring no types. */

declare module '@nlpjs/basic' {
  interface Container {
    use(plugin: unknown): unknown;
  }
  export function containerBootstrap(): Promise<Container>;
  export const LangEn: unknown;
  export class Nlp {
    constructor(settings: {
      container: Container;
      languages: string[];
      autoSave: boolean;
      nlu: { log: boolean };
    });
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      text: string,
    ): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}

declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
