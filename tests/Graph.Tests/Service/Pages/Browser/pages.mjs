// Opens each page in Debian's Chromium as an office does and writes what is wrong, a JSON line each: { check, where, what }.
// The last line counts what was looked at.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { access } from './access.mjs';
import { forms } from './forms.mjs';
import { journeys } from './journeys.mjs';

const [executablePath, sample, empty, city, own, secure, placed, passwordsText] = process.argv.slice(2);
const passwords = JSON.parse(passwordsText);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const counts = { pages: 0, audits: 0, journeys: 0, requests: 0 };
const find = (check, where, what) => console.log(JSON.stringify({ check, where, what: String(what) }));

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

async function ask(address, query, variables) {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return (await response.json()).data;
}

/** A browser of one width over one service. What its pages say and ask for is watched. */
async function context(address, width, more = {}) {
  const made = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light', reducedMotion: 'reduce', ...more });
  made.on('console', (message) => {
    // What a test makes fail itself is no finding.
    if (['error', 'warning'].includes(message.type()) && !more.mayFail) find('console', made.where, message.text());
  });
  made.on('weberror', (error) => find('console', made.where, error.error().message));
  made.on('request', (request) => {
    counts.requests++;
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) find('outside', made.where, request.url());
  });
  return made;
}

/** Opens a page and waits until nothing is open any more. */
async function open(page, address, path) {
  page.context().where = path;
  await page.goto(address + path, { waitUntil: 'load' });
  await settled(page);
}

const settled = (page) =>
  page
    .waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, [data-drawn="false"], [aria-busy="true"]'), null, { timeout: 30_000 })
    .catch(() => find('settled', page.context().where, 'still loading'));

async function audit(page, where) {
  counts.audits++;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async () => {
      const result = await window.axe.run(document, { resultTypes: ['violations'] });
      return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split('\n')[1] ?? ''}`).join(' | ')}`);
    },
  );
  for (const violation of violations) find('axe', where, violation);
}

async function layout(page, where) {
  const { wide, headings, text, every } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth > innerWidth,
    headings: document.querySelectorAll('h1').length,
    text: document.querySelector('main')?.innerText ?? '',
    every: document.body.innerText,
  }));
  if (wide) find('sideways', where, `wider than ${page.viewportSize().width}`);
  if (headings !== 1) find('heading', where, `${headings} h1`);
  // A name of the contract or a short citation is for programs.
  const code = where.includes('/developers') ? null : /\b[A-Z]{2,}_[A-Z_]+\b|\b00\d §/.exec(text);
  if (code) find('codes', where, code[0]);
  // A sentence that was not loaded is shown as its key.
  const key = /\b(app|board|word|state|nav|scope|overview|coverage|register|assess|analysis|unit|none|people|one|member|entry|span)\.[a-zA-Z]+\b/.exec(every);
  if (key) find('codes', where, key[0]);
}

/** On a desk by day and on a telephone by night: colours do not depend on the width, so that each page is audited in both. */
async function visit(name, address, width, paths) {
  const colorScheme = width < 700 ? 'dark' : 'light';
  const made = await context(address, width, width < 700 ? { hasTouch: true, isMobile: true, colorScheme } : {});
  const page = await made.newPage();
  for (const path of paths) {
    const where = `${name} ${width} ${path}`;
    await open(page, address, path);
    counts.pages++;
    await layout(page, where);
    await audit(page, `${where} ${colorScheme}`);
  }
  await made.close();
}

const id = encodeURIComponent;
const registers = ['societies', 'branches', 'members', 'people', 'transfers', 'leading-groups', 'duties', 'rectifications', 'uncovered'].map((list) => `/registers/${list}`);
const found = await ask(sample, '{ societies(first: 1) { nodes { id } } branches(first: 1) { nodes { id } } }');
const things = [`/societies/${id(found.societies.nodes[0].id)}`, `/branches/${id(found.branches.nodes[0].id)}`];
const all = ['/', ...registers, ...things, '/assessment', '/analysis', '/change', '/change/planActivity', '/import', '/reports', '/developers', '/board'];
// Without data the pages of lists and of one thing show the same.
const ofEmpty = ['/', '/registers/societies', '/assessment', '/analysis', '/change', '/import', '/reports', '/developers', '/board'];
const rich = await ask(city, '{ branches(first: 1, where: { assessments: { any: true } }) { nodes { id assessmentEntries { id } } } societies(first: 1) { nodes { id } } affiliationTransfers(first: 1, where: { state: { eq: REQUESTED } }) { nodes { member { id } } } }');
const ofCity = ['/', '/registers/societies', '/registers/people', '/registers/transfers', `/members/${id(rich.affiliationTransfers.nodes[0].member.id)}`, '/registers/leading-groups', '/registers/uncovered?day=2024-03-15', '/registers/duties', '/registers/rectifications', `/societies/${id(rich.societies.nodes[0].id)}`, `/branches/${id(rich.branches.nodes[0].id)}`, '/assessment', `/assessment/entries/${id(rich.branches.nodes[0].assessmentEntries[0].id)}`, '/analysis?by=COMMITTEE&and=MONTH', '/board'];

/** What the first page costs: every file that it asks for before the charts. */
async function sizes() {
  const made = await context(sample, 1440);
  const page = await made.newPage();
  const files = new Map();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (pathname === '/' || pathname.startsWith('/assets/')) files.set(pathname, response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await open(page, sample, '/');
  let first = 0;
  for (const [path, size] of files) {
    if (path.includes('/charts-')) {
      if ((await size) > 190_000) find('size', path, `${await size} bytes`);
    } else first += await size;
  }
  console.log(JSON.stringify({ size: first, files: files.size }));
  if (first > 77_000) find('size', 'first load', `${first} bytes compressed`);
  await made.close();
}

const work = [
  ...[390, 1440].flatMap((width) => [() => visit('sample', sample, width, all), () => visit('empty', empty, width, ofEmpty), () => visit('city', city, width, ofCity)]),
  () => visit('city', city, 1920, ['/board']),
  sizes,
  ...[journeys, forms, access].flatMap((made) => made({ sample, empty, city, own, secure, placed, passwords, context, open, settled, audit, layout, find, ask, counts })),
];
const lanes = Math.max(2, Math.min(4, cpus().length));
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let one = work.shift(); one; one = work.shift()) await one().catch((error) => find('failed', one.name || 'step', error.stack ?? error));
  }),
);
console.log(JSON.stringify(counts));
await browser.close();
