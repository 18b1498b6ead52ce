/* eslint-disable @typescript-eslint/no-deprecated -- only the overload for obsolete elements is deprecated */
/**
 * Ant Design writes style sheets while it runs, and parts of it do so without the nonce that it is given. Here every style
 * element that our own scripts make gets it; markup that found its way into a page gets none.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const create = document.createElement.bind(document);

document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
  const element = create(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
