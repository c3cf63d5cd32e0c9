import './home.css';
import { element } from './dom';
import { examples, type Example } from './examples';
import { ask, type Answer, type GraphQLError } from './graphql';
import { choose, language, say } from './language';
import { texts, type TextName } from './texts';

const answers = new Map<string, Answer>();
// What the reader chose to see, kept while the language changes.
const asJson = new Set<string>();

const list = document.getElementById('example-list')!;
const toggle = document.getElementById('language')!;

toggle.addEventListener('click', () => {
  choose(language() === 'zh' ? 'en' : 'zh');
  render();
});
render();
for (const example of examples) void load(example);

function render() {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.title = `${say(texts.title)} · SocietyParty.Graph`;
  for (const place of document.querySelectorAll<HTMLElement>('[data-text]')) place.textContent = say(texts[place.dataset.text as TextName]);
  toggle.textContent = language() === 'zh' ? 'English' : '中文';
  toggle.lang = language() === 'zh' ? 'en' : 'zh-CN';
  list.replaceChildren(...examples.map(card));
}

async function load(example: Example) {
  answers.delete(example.id);
  refresh(example);
  answers.set(example.id, await ask(example.query));
  refresh(example);
}

function refresh(example: Example) {
  document.getElementById(`${example.id}-answer`)!.replaceWith(answerOf(example));
}

function card(example: Example): HTMLElement {
  const open = element('a', { class: 'button', href: `/graphql?query=${encodeURIComponent(example.query)}` }, say(texts.tryIt));
  const code = element('pre', { tabindex: '0', 'aria-label': say(texts.query) }, element('code', {}, example.query));
  return element(
    'article',
    { class: 'example', 'aria-labelledby': `${example.id}-title` },
    element('header', {}, element('div', {}, element('h3', { id: `${example.id}-title` }, say(example.title)), element('p', {}, say(example.about))), open),
    element('div', { class: 'halves' }, element('div', {}, element('h4', {}, say(texts.query)), code), answerOf(example)),
  );
}

function answerOf(example: Example): HTMLElement {
  const answer = answers.get(example.id);
  const heading = element('div', { class: 'answer-head' }, element('h4', {}, say(texts.answer)));
  const part = element('div', { id: `${example.id}-answer`, 'aria-live': 'polite', 'aria-busy': String(!answer) }, heading);

  if (!answer) {
    part.append(element('p', { class: 'loading' }, say(texts.loading)));
    return part;
  }
  if (answer.kind === 'unreachable') {
    part.append(problem(say(texts.unreachable), [{ message: answer.detail }], example));
    return part;
  }

  heading.append(element('span', { class: 'time' }, `${answer.ms} ms`), views(example));
  if (asJson.has(example.id)) {
    part.append(element('pre', { class: 'json', tabindex: '0', 'aria-label': 'JSON' }, element('code', {}, JSON.stringify(answer.body, null, 2))));
    return part;
  }
  if (answer.errors.length > 0) part.append(problem(say(answer.kind === 'data' ? texts.partly : texts.refused), answer.errors, example));
  if (answer.kind === 'data') part.append(...shown(example, answer.data));
  return part;
}

function shown(example: Example, data: Record<string, unknown>): HTMLElement[] {
  // Errors can leave null where the table wants a list; the errors themselves are shown above it.
  if (Object.values(data).some((value) => value === null)) return [];
  const parts = example.show(data as never);
  return parts.length > 0 ? parts : [element('p', { class: 'loading' }, say(texts.empty))];
}

function views(example: Example): HTMLElement {
  const one = (label: string, json: boolean) => {
    const button = element('button', { type: 'button', 'aria-pressed': String(asJson.has(example.id) === json) }, label);
    button.addEventListener('click', () => {
      if (json) asJson.add(example.id);
      else asJson.delete(example.id);
      refresh(example);
      document.querySelector<HTMLElement>(`#${example.id}-answer [aria-pressed="true"]`)?.focus();
    });
    return button;
  };
  return element('div', { class: 'views', role: 'group', 'aria-label': say(texts.answer) }, one(say(texts.table), false), one(say(texts.json), true));
}

function problem(title: string, errors: GraphQLError[], example: Example): HTMLElement {
  const lines = errors.map(({ message, locations, extensions }) => {
    const place = locations?.[0] ? ` (${locations[0].line}:${locations[0].column})` : '';
    const line = element('li', {}, `${message}${place}`);
    if (extensions?.code) line.prepend(element('code', {}, extensions.code), ' ');
    if (extensions?.hint) line.append(element('br'), extensions.hint);
    return line;
  });
  const again = element('button', { type: 'button', class: 'button' }, say(texts.again));
  again.addEventListener('click', () => void load(example));
  return element('div', { class: 'problem', role: 'alert' }, element('strong', {}, title), element('ul', {}, ...lines), again);
}
