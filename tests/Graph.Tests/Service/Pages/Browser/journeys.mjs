// What an office does on the pages, and what they show when something is not as it should be.

export const journeys = (tools) => [
  () => filters(tools),
  () => numbers(tools),
  () => keyboard(tools),
  () => states(tools),
  () => change(tools),
  () => sheet(tools),
  () => languages(tools),
  () => options(tools),
  () => people(tools),
  () => against(tools),
  () => paper(tools),
  () => peers(tools),
  () => otherOrigin(tools),
];

/** Runs steps in a browser of their own; an expectation that does not hold is a finding. */
export async function journey({ context, counts, find }, name, address, more, steps) {
  const made = await context(address, 1440, more);
  made.where = name;
  counts.journeys++;
  const page = await made.newPage();
  const expect = (is, what) => is || find('journey', name, what);
  await steps(page, expect);
  await made.close();
}

// What a committee learns of its peers, of figures that the generated city is too small for: words say on which side of the average it is, on a telephone too.
function peers(tools) {
  const { city, open } = tools;
  return journey(tools, 'peers', city, { viewport: { width: 390, height: 844 } }, async (page, expect) => {
    const row = (group, value, meanFrom, meanTo, withheld = null) => ({
      __typename: 'PeerComparison',
      indicator: { __typename: 'Indicator', id: 'I01', nameZh: '组织覆盖率', nameEn: 'Organization coverage', unit: 'RATIO' },
      group, periodFrom: '2026-01-01', periodTo: '2026-06-30', value, committeeCount: withheld ? null : 12, meanFrom, meanTo,
      firstQuartileFrom: null, firstQuartileTo: null, thirdQuartileFrom: null, thirdQuartileTo: null, withheld,
    });
    const shown = async (rows) => {
      await page.route('**/graphql', (route) =>
        route.request().postData()?.includes('query OverviewPeers')
          ? route.fulfill({ json: { data: { committee: { __typename: 'Committee', id: 'x', peerComparisons: rows } } } })
          : route.continue(),
      );
      await open(page, city, '/');
      const cells = page.locator('section, article, div').filter({ hasText: '与同类党委比较' }).last().locator('tbody td');
      await cells.first().waitFor();
      const texts = await cells.allInnerTexts();
      await page.unroute('**/graphql');
      return texts.slice(1);
    };
    const texts = await shown([row('PEERS', 0.5, 0.6, 0.65), row('PROVINCE', 0.5, 0.4, 0.45), row('NATION', 0.5, 0.48, 0.52)]);
    expect(texts.length === 3, `${texts.length} groups`);
    for (const [index, words] of ['本党委低于平均', '本党委高于平均', '本党委与平均相当'].entries()) expect(texts[index]?.includes(words), `${texts[index]} is not ${words}`);
    // At the end of the scale the range holds its end, and more than all counts as all.
    const most = await shown([row('PEERS', 1.2, 0.95, 1), row('PROVINCE', 0.45, 0.4, 0.45), row('NATION', 0.5, null, null, 'FEW')]);
    expect(most[0]?.includes('本党委与平均相当'), `${most[0]} at the end of the scale`);
    expect(most[1]?.includes('本党委高于平均'), `${most[1]} at the range's end`);
    expect(!most[2]?.includes('本党委'), `${most[2]} of what is withheld`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(!wide, 'wider than a telephone');
  });
}

// The sample allows the pages of the empty service's origin, and of no other.
function otherOrigin(tools) {
  const { sample, empty, city } = tools;
  return journey(tools, 'other origin', empty, {}, async (own, expect) => {
    // A refusal stands in the console, as it should: nobody looks for findings in there.
    const plain = await own.context().browser().newContext();
    const page = await plain.newPage();
    const ask = (accept) =>
      page.evaluate(
        async ([address, accept]) => {
          try {
            const response = await fetch(`${address}/graphql`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', accept, 'accept-language': 'zh' },
              body: JSON.stringify({ query: '{ committees { totalCount } }' }),
            });
            return await response.text();
          } catch (error) {
            return `refused: ${error.message}`;
          }
        },
        [sample, accept],
      );
    // An answer without a page's own policy.
    await page.goto(`${empty}/health`);
    for (const accept of ['application/json', 'text/event-stream']) expect((await ask(accept)).includes('"totalCount":'), `an allowed origin reads no ${accept}: ${await ask(accept)}`);
    await page.goto(`${city}/health`);
    expect((await ask('application/json')).startsWith('refused'), 'another origin reads the answer');
    await plain.close();
  });
}

const total = (page) => page.locator('.result-line b').innerText();

function filters(tools) {
  const { sample, open, settled } = tools;
  return journey(tools, 'filters', sample, {}, async (page, expect) => {
    await open(page, sample, '/registers/branches');
    const every = await total(page);
    await page.locator('.filters select').first().selectOption('B');
    await page.waitForFunction((before) => document.querySelector('.result-line b')?.textContent !== before, every);
    const some = await total(page);
    expect(page.url().includes('category=B'), `the address does not say the filter: ${page.url()}`);
    await page.getByRole('button', { name: '名称' }).click();
    await page.waitForURL(/sort=-name/);
    await page.reload();
    await settled(page);
    expect((await total(page)) === some, 'the filter is lost by a reload');
    expect((await page.locator('th[aria-sort="descending"]').count()) === 1, 'the order is lost by a reload');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.waitForURL(/page=2/);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await settled(page);
    await page.waitForFunction((before) => document.querySelector('.result-line b')?.textContent === before, every);
    expect(!page.url().includes('category'), 'Back keeps the filter');
    const [href] = await page.locator('.menu a').evaluateAll((links) => links.map((link) => link.href));
    expect((await page.request.get(href)).ok(), `no export at ${href}`);
    await page.keyboard.press('/');
    expect((await page.evaluate(() => document.activeElement?.getAttribute('type'))) === 'search', '/ does not lead to the search');
    await page.keyboard.type('没有这样的名称');
    await page.getByText('没有符合条件的党组织').waitFor();
  });
}

function numbers(tools) {
  const { sample, open, ask } = tools;
  return journey(tools, 'numbers', sample, {}, async (page, expect) => {
    const { coverage, branches, uncoveredSocieties } = await ask(
      sample,
      '{ coverage(by: []) { nodes { societies organizationCoverage { numerator denominator value } workCoverage { value } } } branches { totalCount } uncoveredSocieties { totalCount } }',
    );
    const now = coverage.nodes[0];
    await open(page, sample, '/');
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(text.includes(`共 ${now.societies} 家科技社团，${now.organizationCoverage.numerator} 家已建党组织`), `the sentence is not the API's: ${text.slice(0, 80)}`);
    for (const rate of [now.organizationCoverage, now.workCoverage]) {
      expect(text.replace(/ /g, '').includes(`${(rate.value * 100).toFixed(1)}%`), `${rate.value} is not there`);
    }
    expect(text.includes(`${now.organizationCoverage.numerator} / ${now.organizationCoverage.denominator} 家`), 'numerator and denominator are not there');
    for (const [list, { totalCount }] of [['branches', branches], ['uncovered', uncoveredSocieties]]) {
      await open(page, sample, `/registers/${list}`);
      expect((await total(page)) === String(totalCount), `${list}: ${await total(page)} instead of ${totalCount}`);
    }
  });
}

function keyboard(tools) {
  const { city, open, settled, audit } = tools;
  return journey(tools, 'keyboard', city, {}, async (page, expect) => {
    await open(page, city, '/');
    await page.keyboard.press('Tab');
    expect((await page.evaluate(() => document.activeElement?.className)) === 'skip', 'the first stop is not the skip link');
    await page.getByRole('button', { name: '组织覆盖的口径' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await audit(page, 'keyboard: definition');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) === '组织覆盖的口径', 'the focus is lost behind the dialog');
    await page.locator('.picker > button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox').waitFor();
    await audit(page, 'keyboard: committees');
    await page.keyboard.type('330101');
    await page.keyboard.press('Enter');
    await page.waitForURL(/committee=/);
    await settled(page);
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('共 15 家'));
    expect((await page.locator('.picker > button').innerText()).includes('330101'), 'the committee is not chosen');
    expect((await page.locator('.sentence').innerText()).includes('共 15 家'), 'the overview is of another committee');
    await page.setViewportSize({ width: 390, height: 900 });
    await open(page, city, '/');
    const cut = await page.locator('.grid :not(details) > .scroll').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.ariaLabel));
    expect(cut.length === 0, `on a telephone tables are cut: ${cut}`);
  });
}

function states(tools) {
  const { sample, open, settled, audit, layout } = tools;
  return journey(tools, 'states', sample, { mayFail: true }, async (page, expect) => {
    await page.route('**/graphql', (route) => route.abort());
    await open(page, sample, '/');
    expect((await page.locator('h1').innerText()) === '读不到数据', 'a service that is down is not said');
    await audit(page, 'state: down');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('家科技社团').first().waitFor();
    await settled(page);

    // Nobody clicks: what is asked while the service is away comes when it is back, and so does a page whose file was not loaded.
    await page.route(/graphql|assets/, (route) => route.abort());
    await page.locator('input[type=date]').fill('2026-10-01');
    await page.getByText('秒后自动重试').waitFor();
    await audit(page, 'state: away');
    await page.getByRole('link', { name: '考核', exact: true }).click();
    await page.getByText('页面没有打开').waitFor();
    await page.unroute(/graphql|assets/);
    await page.locator('h1', { hasText: '考核' }).waitFor();
    await settled(page);
    expect((await page.getByText('秒后自动重试').count()) === 0, 'an outage that is over is said still');

    await open(page, sample, '/registers/branches');
    await page.route('**/graphql', (route) => route.abort());
    await page.locator('.filters select').first().selectOption('B');
    await page.getByText('错误代码：SP-PAGE-000').waitFor();
    expect(!(await page.locator('main').innerText()).includes('fetch'), 'what a browser says of a network is shown');
    await page.unroute('**/graphql');
    await page.getByText('错误代码：SP-PAGE-000').waitFor({ state: 'detached' });

    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query OverviewWork')
        ? route.fulfill({ status: 200, contentType: 'application/json', body: '{"data":null,"errors":[{"message":"late","extensions":{"code":"SP-LIMIT-003"}}]}' })
        : route.continue(),
    );
    await open(page, sample, '/');
    expect((await page.getByText('这一部分没有读到').count()) === 2, 'a failed operation is not said in its cards');
    expect((await page.locator('.rate').count()) === 4, 'a failed operation empties other cards');
    await audit(page, 'state: one failed');
    await page.unroute('**/graphql');

    const held = [];
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('query Shell') ? route.continue() : void held.push(route)));
    await page.goto(`${sample}/`);
    await page.locator('main [role="status"]').first().waitFor({ state: 'attached' });
    await audit(page, 'state: loading');
    await page.unroute('**/graphql');
    await Promise.all(held.map((route) => route.continue().catch(() => {})));
    await settled(page);

    await open(page, sample, '/?day=1999-01-01');
    expect((await page.getByText('没有入库的月份').count()) === 1, 'a day before the first load is not said');
    expect((await page.locator('.card').count()) === 0, 'cards of a day that nobody knows');
    await audit(page, 'state: before the first load');
    await page.clock.setFixedTime(Date.now() + 5 * 86_400_000);
    await open(page, sample, '/');
    expect((await page.locator('.freshness .soon').count()) === 1, 'data of five days ago is not said to be old');
    await audit(page, 'state: old');
    expect((await page.request.get(`${sample}/nothing-here`)).status() === 404, 'an address that is none has a page');
    await open(page, sample, '/change/notThere');
    // The part of the pages that knows all changes is loaded first.
    const missing = page.getByRole('heading', { level: 1, name: '没有这个页面' });
    expect(await missing.waitFor().then(() => true, () => false), 'a page that is not there');
    await layout(page, 'state: not there');
  });
}

function change(tools) {
  const { city, open, ask, audit } = tools;
  return journey(tools, 'change', city, {}, async (page, expect) => {
    const { branches } = await ask(city, '{ branches(first: 1, where: { status: { eq: ESTABLISHED } }) { nodes { id name } } }');
    const [branch] = branches.nodes;
    await open(page, city, `/change/establishBranch?branch=${encodeURIComponent(branch.id)}`);
    await page.waitForFunction((name) => document.querySelector('#field-input-branch')?.value === name, branch.name);
    await page.getByRole('button', { name: '提交' }).click();
    expect((await page.locator('#field-input-establishedOn-problem').innerText()).includes('必填'), 'a required field that is empty is not said');
    await page.locator('#field-input-establishedOn').fill('2026-03-01');
    await page.getByRole('button', { name: '提交' }).click();
    // It is established already: the refusal stands at the field by its path, with its clause, and nothing is changed.
    await page.locator('#field-input-branch-problem').waitFor();
    expect((await page.locator('#field-input-branch-problem').innerText()).includes('《'), 'the refusal names no document');
    await audit(page, 'change: refused');
  });
}

function sheet(tools) {
  const { city, open, audit } = tools;
  return journey(tools, 'sheet', city, { mayFail: true }, async (page, expect) => {
    await open(page, city, '/import');
    await page.getByLabel('党委', { exact: true }).fill('330101');
    const template = await (await page.request.get(`${city}/templates/societies.csv`)).text();
    const [header] = template.replace(/^\ufeff/, '').split(/\r?\n/);
    const file = (rows) => ({ name: 'societies.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...rows].join('\r\n')) });
    await page.setInputFiles('input[type=file]', file(['甲学会,学会,火星级,,,,,', '乙学会,不知道,,,,,,', '合计,2,,,,,,']));
    await page.getByText('2 处错误').waitFor();
    expect((await page.locator('td.wrong').count()) === 2, 'errors do not stand in their cells');
    const listed = (await page.locator('.stack').allInnerTexts()).join('\n');
    expect(listed.includes('“合计”一行') && listed.includes('第 2 行第 3 列 · 层级') && listed.includes('全国、省级、市级、县级') && !/\b[A-Z]+(_[A-Z]+)+\b/.test(listed), `errors are listed as ${listed}`);
    await audit(page, 'import: errors');
    await page.setInputFiles('input[type=file]', file(['甲学会,学会,,,,,,']));
    await page.getByText('检查通过，还没有写入').waitFor();
    // Leaving the committee's field must not take the button away under the click.
    await page.locator('h1').click();
    expect((await page.getByRole('button', { name: '正式导入' }).count()) === 1, 'the button is gone when the field is left');
    // What a Chinese Excel saves as CSV: 社团名称, and 丁会 below.
    await page.setInputFiles('input[type=file]', { name: 'gb.csv', mimeType: 'text/csv', buffer: Buffer.from('c9e7cdc5c3fbb3c60d0ab6a1bbe10d0a', 'hex') });
    await page.getByRole('cell', { name: '丁会' }).waitFor();
    for (const [answer, said] of [['abort', '还没有检查，也没有写入'], ['continue', '检查通过，还没有写入']]) {
      await page.route('**/import/**', (route) => route[answer]());
      await page.setInputFiles('input[type=file]', file(['甲学会,学会,,,,,,']));
      await page.getByText(said).waitFor();
      await page.unroute('**/import/**');
    }
    const workbook = await (await page.request.get(`${city}/templates/societies.xlsx`)).body();
    await page.setInputFiles('input[type=file]', { name: 'societies.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
    await page.locator('thead').getByText(header.split(',')[0]).waitFor();
    // A published list as a text: what its first lines do not say is said on the page, the region by its name.
    await page.getByLabel('导入什么').selectOption('roster');
    await page.setInputFiles('input[type=file]', { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    await page.getByText('a.pdf 没有读取：要 .docx、.xlsx、.csv、.txt 文件。').waitFor();
    const list = Buffer.from('A类党组织（共1个）\r\n1.合成丁戊学会党支部\r\n');
    await page.setInputFiles('input[type=file]', { name: 'list.txt', mimeType: 'text/plain', buffer: list });
    await page.getByText(/处错误，没有写入任何内容/).waitFor();
    await page.getByLabel('党委', { exact: true }).fill('合成新设科技社团党委');
    await page.getByLabel('名单标题').fill('合成党组织名单');
    await page.getByLabel('文件标题').fill('合成通知');
    await page.getByLabel('行政区划').fill('鹤壁');
    await page.locator('option[value="410600"]').waitFor({ state: 'attached' });
    await page.getByLabel('行政区划').fill('410600');
    await page.locator('p.help', { hasText: /^河南省 鹤壁市$/ }).waitFor();
    await page.setInputFiles('input[type=file]', { name: 'list.txt', mimeType: 'text/plain', buffer: list });
    await page.getByText('检查通过，还没有写入').waitFor();
    await audit(page, 'import: roster');
  });
}

function languages(tools) {
  const { city, open } = tools;
  return journey(tools, 'languages', city, { locale: 'en-GB', mayFail: true }, async (page, expect) => {
    for (const path of ['/', '/registers/societies', '/assessment', '/change', '/import', '/reports']) {
      await open(page, city, path);
      expect((await page.locator('html').getAttribute('lang')) === 'en', `${path} is not in English`);
      // Names of things stay as they are; what the page itself says is English.
      const left = await page.locator('nav, h1, h2, thead, .filters label, .page-head').allInnerTexts();
      const chinese = left.join(' ').match(/[\u4e00-\u9fff]+/g)?.filter((word) => !/^(合成|科技社团党委|中)$/.test(word));
      expect(!chinese?.length, `${path}: ${chinese}`);
    }
    await page.locator('.tools button').last().click();
    await page.locator('html[lang="zh-CN"]').waitFor();
    // What the page speaks is chosen on it, whatever the browser speaks.
    await open(page, city, '/import');
    await page.setInputFiles('input[type=file]', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('社团名称,社团名称\r\n甲学会,乙学会') });
    await page.getByText('列“社团名称”在').first().waitFor();
  });
}

function options(tools) {
  const { city, open, ask } = tools;
  return journey(tools, 'options', city, {}, async (page, expect) => {
    await open(page, city, '/registers/societies');
    const kind = page.locator('.filters select').first();
    await page.waitForFunction(() => /（\d+）/.test(document.querySelectorAll('.filters option')[1]?.textContent ?? ''));
    const counts = await kind.locator('option').evaluateAll((all) => all.slice(1).map((one) => [one.value, Number(/（(\d+)）/.exec(one.textContent)[1])]));
    const [value, count] = counts.find(([, one]) => one > 0);
    const every = await total(page);
    await kind.selectOption(value);
    await page.waitForFunction((before) => document.querySelector('.result-line b')?.textContent !== before, every);
    expect((await total(page)) === String(count), `${value} leaves ${await total(page)} instead of ${count}`);
    // A filter's own choice takes nothing from its other options; another filter's does.
    await page.waitForFunction((text) => document.querySelector('.filters select')?.textContent.includes(text), `（${counts.at(-1)[1]}）`);
    const [where, day] = ['{ society: { committee: { within: "Q29tbWl0dGVlOjI=" } } }', '2024-03-15'];
    const asked = await ask(city, `{ uncoveredSocieties(asOf: "${day}", where: { committee: { within: "Q29tbWl0dGVlOjI=" } }) { totalCount } leadingGroups(where: ${where}) { totalCount } }`);
    await open(page, city, `/registers/uncovered?committee=Q29tbWl0dGVlOjI%3D&day=${day}`);
    expect((await total(page)) === String(asked.uncoveredSocieties.totalCount), `uncovered on ${day}: ${await total(page)}`);
    expect((await page.getByText('起自').count()) > 0 && (await page.getByRole('columnheader', { name: '正式党员' }).count()) === 0, 'a past day shows what is of today');
    await open(page, city, '/registers/leading-groups?committee=Q29tbWl0dGVlOjI%3D');
    expect((await total(page)) === String(asked.leadingGroups.totalCount), `leading groups of a tree: ${await total(page)}`);
  });
}

function people(tools) {
  const { city, open, ask } = tools;
  return journey(tools, 'people', city, {}, async (page, expect) => {
    const { register } = await ask(city, '{ register(kind: MEMBER) { groups(by: []) { nodes { count } } } }');
    await open(page, city, '/registers/people');
    expect((await total(page)) === register.groups.nodes[0].count.toLocaleString('en-US'), `${await total(page)} members`);
    expect((await page.locator('td').allInnerTexts()).includes('*'), 'fewer than five people are told of');
    await page.getByLabel('分组').selectOption('age-status');
    await page.waitForURL(/by=age-status/);
    await page.getByRole('columnheader', { name: '正式党员' }).waitFor();
    const [href] = await page.locator('.menu a').evaluateAll((links) => links.map((link) => link.href));
    expect((await page.request.get(href)).ok(), `no export at ${href}`);
  });
}

// One committee's figures beside another's: those that a question about the other alone answers.
function against(tools) {
  const { city, open, ask } = tools;
  return journey(tools, 'against', city, {}, async (page, expect) => {
    const values = (id) => `indicator(id: "I01") { values(by: [SOCIETY_KIND], where: { committee: { within: "${id}" } }) { nodes { key { societyKind } value } } }`;
    const [own, other] = ['Q29tbWl0dGVlOjI=', 'Q29tbWl0dGVlOjM='];
    const { committee, indicator } = await ask(city, `{ committee(id: "${other}") { name } ${values(other)} }`);
    await open(page, city, `/analysis?committee=${encodeURIComponent(own)}&by=SOCIETY_KIND`);
    await page.getByLabel('对比').selectOption('COMMITTEE');
    const field = page.locator('#against');
    await field.fill(committee.name);
    await page.locator('[role="option"]').first().click();
    await page.getByRole('columnheader', { name: '相差' }).waitFor();
    const shown = await page.locator('tbody').first().locator('tr td:nth-child(4)').allInnerTexts();
    const expected = indicator.values.nodes.map(({ value }) => `${(value * 100).toFixed(1)}%`);
    expect(JSON.stringify(shown.filter((text) => text !== '—').sort()) === JSON.stringify(expected.sort()), `${shown} beside instead of ${expected}`);
    await open(page, city, page.url().replace(city, '').replace('SOCIETY_KIND', 'COMMITTEE'));
    await page.getByText('不能与另一个党委对照').waitFor();
    // At first the committees one level below, each with its own, and nothing that is not shown.
    const { committees } = await ask(city, '{ committees(where: { parent: null }) { nodes { children(first: 0) { totalCount } } } }');
    const answer = page.waitForResponse((response) => response.request().postData()?.includes('query IndicatorValues') ?? false);
    await open(page, city, '/analysis');
    const { data } = await (await answer).json();
    const [first] = data.indicator.values.nodes;
    expect(Object.keys(first.key).join() === 'committee,__typename' && first.compared === undefined, `asked for ${JSON.stringify(first)}`);
    const rows = await page.locator('tbody').first().locator('tr').count();
    expect(rows === committees.nodes[0].children.totalCount + 1, `${rows} committees are one level below`);
  });
}

function paper(tools) {
  const { city, open, ask } = tools;
  return journey(tools, 'paper', city, { colorScheme: 'dark' }, async (page, expect) => {
    const { societies } = await ask(city, '{ societies(first: 1) { nodes { id } } }');
    // Signs of a browser's page are 96 to an inch: A4 without its margins, upright and lying.
    for (const [path, width] of [['/', 703], ['/registers/societies', 1032], [`/societies/${encodeURIComponent(societies.nodes[0].id)}`, 703], ['/assessment', 703]]) {
      await page.emulateMedia({ media: 'screen' });
      await open(page, city, path);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media: 'print' });
      expect(!(await page.locator('.top, .scope-bar, .foot').first().isVisible()), `${path}: navigation on paper`);
      const head = await page.locator('.print-head').innerText();
      expect(head.includes('330100') && /截至 \d{4}-\d\d-\d\d/.test(head), `${path}: the scope and the day are not on top: ${head}`);
      const { back, wide } = await page.evaluate(() => ({ back: getComputedStyle(document.documentElement).backgroundColor, wide: [...document.querySelectorAll('table')].filter((table) => table.getBoundingClientRect().right > innerWidth + 1).length }));
      expect(back === 'rgb(255, 255, 255)', `${path}: paper is ${back}`);
      expect(wide === 0, `${path}: ${wide} tables are cut`);
    }
  });
}
