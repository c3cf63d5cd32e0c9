type Child = Node | string;

/** Creates an element; text goes in as text, so nothing that the service answers becomes markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

export interface Column {
  title: string;
  numeric?: boolean;
}

/** A table that scrolls sideways by itself on a narrow screen, and can be reached by keyboard to do so. */
export function table(caption: string, columns: Column[], rows: Child[][]): HTMLElement {
  const kind = (index: number): Record<string, string> => (columns[index]?.numeric ? { class: 'number' } : {});
  const head = element('tr', {}, ...columns.map((column, index) => element('th', { scope: 'col', ...kind(index) }, column.title)));
  const lines = rows.map((row) =>
    element('tr', {}, ...row.map((cell, index) => (index === 0 ? element('th', { scope: 'row' }, cell) : element('td', kind(index), cell)))),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...lines)),
  );
}
