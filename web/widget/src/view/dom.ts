type Child = Node | string | null | undefined | false;
type Properties = Readonly<Record<string, string | boolean | EventListener | undefined>>;

/**
 * Makes an element. Functions become listeners, `true` an empty attribute, other values attributes; words become text
 * nodes and never markup, so that nothing anybody wrote can run here.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child): child is Node | string => child instanceof Node || !!child));
  return element;
}

/** A line drawing of 24 by 24, hidden from those who cannot see it: the words beside it say the same. */
export function icon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

export const BUBBLE = 'M4 5h16v11H9l-5 4z';
export const CROSS = 'M6 6l12 12M18 6L6 18';
export const ARROW = 'M12 19V5M6 11l6-6 6 6';
export const PERSON = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c1-4 4-5 7-5s6 1 7 5';
export const PHONE = 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z';
export const TICK = 'M5 13l4 4L19 7';
