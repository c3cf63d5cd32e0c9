export type Language = 'zh' | 'en';

/** A text in both languages, Chinese first. */
export type Text = readonly [zh: string, en: string];

const key = 'language';

let current: Language = chosen();

export const language = () => current;

export const say = (text: Text) => text[current === 'zh' ? 0 : 1];

export function choose(next: Language) {
  current = next;
  remember(next);
}

function chosen(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'zh' || asked === 'en') {
    remember(asked);
    return asked;
  }
  return remembered() === 'en' ? 'en' : 'zh';
}

// Storage can be forbidden by the browser's settings; the page then starts in Chinese each time.
function remember(value: Language) {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
