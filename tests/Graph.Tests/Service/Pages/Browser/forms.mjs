// What a clerk does with forms: what is warned of, what another clerk changed meanwhile, a second click, things found by name; and editions compared.
import { journey } from './journeys.mjs';

export const forms = (tools) => [
  () => warning(tools),
  () => ending(tools),
  () => correction(tools),
  () => formerNames(tools),
  () => abolished(tools),
  () => transfer(tools),
  () => conflict(tools),
  () => twice(tools),
  () => things(tools),
  () => duty(tools),
  () => scores(tools),
  () => editions(tools),
];

const submit = (page) => page.getByRole('button', { name: '提交', exact: true }).click();
const isDone = (page) => page.getByText('● 已办理').waitFor();
const field = (page, name) => page.locator(`#field-input-${name}`);
const committeeOf = async ({ ask, own }) => (await ask(own, '{ committees(first: 1) { nodes { id } } }')).committees.nodes[0].id;

/** Chooses the first thing that is found by a text. */
async function choose(page, name, text) {
  await field(page, name).fill(text);
  await page.locator(`#field-input-${name}[aria-expanded="true"]`).waitFor();
  await page.keyboard.press('Enter');
}

function warning(tools) {
  const { own, open, ask, audit } = tools;
  return journey(tools, 'warning', own, {}, async (page, expect) => {
    const count = async () => (await ask(own, '{ societies(where: { name: { eq: "合成警示学会" } }) { totalCount } }')).societies.totalCount;
    await open(page, own, `/change/foundSociety?committee=${encodeURIComponent(await committeeOf(tools))}`);
    await field(page, 'name').fill('合成警示学会');
    await field(page, 'creditCode').fill('911100006000373410');
    await field(page, 'creditCodeOverride').fill('老证');
    await submit(page);
    await page.locator('.confirm').waitFor();
    expect((await count()) === 0, 'a change was made before its warning was confirmed');
    const hint = page.locator('.field:has(#field-input-creditCode) .hint');
    expect((await hint.count()) === 1, 'the warning does not stand at its field');
    expect(!(await page.locator('.confirm').innerText()).includes('校验'), 'the warning stands twice');
    await audit(page, 'change: warning');
    await page.getByRole('button', { name: '返回修改' }).click();
    await submit(page);
    await page.getByRole('button', { name: '知道了，仍然提交' }).click();
    await isDone(page);
    expect((await count()) === 1, 'a confirmed change was not made');
    expect((await page.evaluate(() => document.activeElement?.getAttribute('role'))) === 'status', 'the focus is lost when it is done');
  });
}

// What ends a thing is asked once more, by its name.
function ending(tools) {
  const { own, open, ask, audit } = tools;
  return journey(tools, 'ending', own, {}, async (page, expect) => {
    const { branches } = await ask(own, '{ branches(last: 1, where: { status: { eq: ESTABLISHED } }, order: [{ name: ASC }]) { nodes { id name } } }');
    const [{ id, name }] = branches.nodes;
    const status = async () => (await ask(own, `{ branch(id: "${id}") { status } }`)).branch.status;
    await open(page, own, `/change/dissolveBranch?branch=${encodeURIComponent(id)}`);
    await page.waitForFunction((text) => document.querySelector('#field-input-branch')?.value.includes(text), name);
    await field(page, 'dissolvedOn').fill('2026-10-01');
    if (await field(page, 'reason').count()) await field(page, 'reason').fill('合成原因');
    await submit(page);
    await page.getByText(name).and(page.locator('.confirm b')).waitFor();
    expect((await status()) === 'ESTABLISHED', 'a branch was dissolved before anybody was sure');
    await audit(page, 'change: ending');
    await page.getByRole('button', { name: '返回修改' }).click();
    await submit(page);
    await page.getByRole('button', { name: '确定提交' }).click();
    await page.locator('.confirm, [role="status"]').first().waitFor();
    if (await page.getByRole('button', { name: '知道了，仍然提交' }).count()) await page.getByRole('button', { name: '知道了，仍然提交' }).click();
    await isDone(page);
    expect((await status()) === 'DISSOLVED', 'who is sure dissolves nothing');
  });
}

// A correction shows what is there, sends what somebody changed, and leads back to where it was opened; its figures wait for a load.
function correction(tools) {
  const { own, open, settled, ask, audit } = tools;
  return journey(tools, 'correction', own, {}, async (page, expect) => {
    const { branches } = await ask(own, '{ branches(first: 1, where: { status: { eq: ESTABLISHED } }, order: [{ name: ASC }]) { nodes { id } } }');
    const [branch] = branches.nodes;
    const held = { branch: branch.id, kind: 'THEME_PARTY_DAY', title: '合成更正', heldOn: '2026-05-06', expectedCount: 9, attendedCount: 8 };
    const made = await ask(own, 'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { activity { id } errors { message } } }', { input: held });
    expect(made.recordActivity.activity !== null, JSON.stringify(made.recordActivity.errors));
    const path = `/branches/${encodeURIComponent(branch.id)}?only=1`;
    await open(page, own, path);
    await page.getByText(/项改动待下次入库后计入，最早 \d{4}-\d\d-\d\d/).waitFor();
    await audit(page, 'state: waiting');
    await page.locator('summary', { hasText: '最近' }).click();
    await page.locator('tr', { hasText: '合成更正' }).getByRole('link', { name: '更正' }).click();
    await page.waitForFunction(() => document.querySelector('#field-input-title')?.value === '合成更正');
    const shown = Object.fromEntries(await Promise.all(['kind', 'heldOn', 'expectedCount', 'attendedCount', 'reason'].map(async (name) => [name, await field(page, name).inputValue()])));
    expect(JSON.stringify(shown) === JSON.stringify({ kind: held.kind, heldOn: held.heldOn, expectedCount: '9', attendedCount: '8', reason: '' }), `the form shows ${JSON.stringify(shown)}`);
    await field(page, 'reason').fill('登记有误');
    await submit(page);
    await page.getByText('没有改动任何内容').waitFor();
    await field(page, 'title').fill('');
    await submit(page);
    expect((await page.locator('#field-input-title-problem').innerText()).includes('不能清空'), 'a title can be emptied');
    await field(page, 'title').fill('合成更正乙');
    await page.getByText('原来：合成更正').waitFor();
    await audit(page, 'change: correction');
    const sent = page.waitForRequest((request) => request.postData()?.includes('mutation Change') ?? false);
    await submit(page);
    const { idempotencyKey, acceptedWarnings, version, activity, ...rest } = JSON.parse((await sent).postData()).variables.input;
    expect(JSON.stringify(rest) === JSON.stringify({ title: '合成更正乙', reason: '登记有误' }), `sent: ${JSON.stringify(rest)}`);
    expect(version > 0 && activity !== undefined, 'neither the activity nor its version is sent');
    await isDone(page);
    await page.getByRole('link', { name: '返回党组织' }).last().click();
    await settled(page);
    expect(page.url() === own + path, `back is ${page.url()}`);
  });
}

function formerNames(tools) {
  const { own, open, ask } = tools;
  return journey(tools, 'former names', own, {}, async (page, expect) => {
    const { branches } = await ask(own, '{ branches(first: 1, where: { status: { eq: ESTABLISHED } }, order: [{ name: DESC }]) { nodes { id name version } } }');
    const [{ id, name, version }] = branches.nodes;
    await ask(own, 'mutation ($input: UpdateBranchInput!) { updateBranch(input: $input) { errors { message } } }', { input: { branch: id, name: '合成改了名的党支部', version } });
    await open(page, own, `/registers/branches?q=${encodeURIComponent(name)}`);
    const row = page.locator('tbody tr');
    await row.first().waitFor();
    const text = (await row.first().innerText()).replace(/\s+/g, ' ');
    expect((await row.count()) === 1 && text.startsWith('合成改了名的党支部') && text.includes(`曾用名：${name}`), `${name} finds ${text}`);
    await open(page, own, '/change/planActivity');
    await field(page, 'branch').fill(name);
    await page.getByRole('option', { name: `合成改了名的党支部 · 曾用名：${name}` }).waitFor();
  });
}

// A committee that is no more is offered for what restores it or lies in its days, and says so.
function abolished(tools) {
  const { own, open, ask } = tools;
  return journey(tools, 'abolished committee', own, {}, async (page, expect) => {
    const parent = await committeeOf(tools);
    const founded = await ask(own, 'mutation ($input: FoundCommitteeInput!) { foundCommittee(input: $input) { committee { id } errors { message } } }', {
      input: { name: '合成撤销了的党委', region: '330200', parent, establishedOn: '2026-01-01' },
    });
    expect(founded.foundCommittee.errors.length === 0, `it is not founded: ${JSON.stringify(founded.foundCommittee.errors)}`);
    const ended = await ask(own, 'mutation ($input: AbolishCommitteeInput!) { abolishCommittee(input: $input) { errors { message } } }', {
      input: { committee: founded.foundCommittee.committee.id, abolishedOn: '2026-06-01', reason: '合成' },
    });
    expect(ended.abolishCommittee.errors.length === 0, `it is not abolished: ${JSON.stringify(ended.abolishCommittee.errors)}`);
    await open(page, own, '/change/foundSociety');
    await field(page, 'committee').fill('合成撤销了');
    await page.getByRole('option', { name: '合成撤销了的党委（2026-06-01 起撤销）' }).waitFor();
  });
}

function transfer(tools) {
  const { city, open, settled, ask, audit } = tools;
  return journey(tools, 'transfer', city, {}, async (page, expect) => {
    const { affiliationTransfers: waiting } = await ask(city, '{ affiliationTransfers(where: { state: { eq: REQUESTED } }) { totalCount } }');
    await open(page, city, '/registers/transfers');
    expect((await page.locator('.result-line b').innerText()) === String(waiting.totalCount), 'other transfers than the open ones are listed');
    const row = page.locator('tbody tr').first();
    const reference = await row.locator('th').innerText();
    await row.locator('th a').click();
    await page.locator('h1', { hasText: reference }).waitFor();
    await settled(page);
    // An open transfer is received or cancelled, and no other one asked for.
    const links = await page.locator('main a').evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
    expect(links.includes('/change/completeTransfer') && links.includes('/change/cancelTransfer') && !links.includes('/change/requestTransfer'), `what may be done: ${links}`);
    await audit(page, 'member');
    await page.getByRole('link', { name: '接收接转' }).click();
    await page.waitForFunction((name) => document.querySelector('#field-input-transfer')?.value.includes(name), reference);
    expect((await page.getByRole('link', { name: '返回党员' }).count()) === 1, 'the form does not lead back to the member');
  });
}

function conflict(tools) {
  const { own, open, ask, audit } = tools;
  return journey(tools, 'conflict', own, {}, async (page, expect) => {
    const { societies } = await ask(own, '{ societies(first: 1, order: [{ name: DESC }]) { nodes { id name kind } } }');
    const [society] = societies.nodes;
    const address = `/change/updateSociety?society=${encodeURIComponent(society.id)}`;
    // Both have read the same version; who is second sees what the first one did.
    const other = await (await tools.context(own, 1440)).newPage();
    for (const one of [page, other]) {
      const read = one.waitForResponse((response) => response.request().postData()?.includes('query Now') ?? false);
      await open(one, own, address);
      await read;
    }
    const disciplines = page.locator('select#field-input-discipline option');
    await disciplines.nth(5).waitFor({ state: 'attached' });
    expect((await disciplines.allInnerTexts()).slice(1).join('') === '理工农医交叉', `disciplines are ${await disciplines.allInnerTexts()}`);
    expect(!(await page.locator('main').innerText()).includes('填代码'), 'a code is asked for');
    await field(other, 'kind').selectOption('FOUNDATION');
    await submit(other);
    await isDone(other);
    await other.context().close();
    await field(page, 'name').fill(`${society.name}改`);
    await submit(page);
    const row = page.locator('.conflict tbody tr');
    await row.waitFor();
    expect((await row.innerText()).endsWith('基金会'), `what the other did is not shown: ${await row.innerText()}`);
    expect((await page.locator('.conflict').innerText()).includes('修改社团信息'), 'which change it was is not shown');
    await audit(page, 'change: conflict');
    await page.getByRole('button', { name: '保留所填内容' }).click();
    await page.locator('.conflict').waitFor({ state: 'detached' });
    expect((await field(page, 'name').inputValue()) === `${society.name}改`, 'what was filled in is lost');
    await submit(page);
    await isDone(page);
    const { society: now } = await ask(own, 'query ($id: ID!) { society(id: $id) { name kind } }', { id: society.id });
    expect(now.name === `${society.name}改` && now.kind === 'FOUNDATION', `one of the changes is lost: ${JSON.stringify(now)}`);
  });
}

function twice(tools) {
  const { own, open, ask } = tools;
  return journey(tools, 'twice', own, { mayFail: true }, async (page, expect) => {
    const found = async (name) => (await ask(own, `{ supportingUnits(where: { name: { eq: "${name}" } }) { totalCount } }`)).supportingUnits.totalCount;
    await open(page, own, '/change/registerSupportingUnit');
    await field(page, 'name').fill('合成单位甲');
    // The change is made, and its answer lost on the way.
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation Change') || lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await submit(page);
    await page.getByRole('alert').getByText('填好的内容还在').waitFor();
    await submit(page);
    await isDone(page);
    expect((await found('合成单位甲')) === 1, 'a second click was refused or did it twice');
    await page.getByRole('button', { name: '再办一件' }).click();
    await field(page, 'name').fill('合成单位乙');
    await page.getByRole('button', { name: '提交', exact: true }).dblclick();
    await isDone(page);
    expect((await found('合成单位乙')) === 1, 'a double click was refused or did it twice');
  });
}

function duty(tools) {
  const { city, open, ask } = tools;
  return journey(tools, 'duty', city, {}, async (page, expect) => {
    const { open: left, all, late } = await ask(city, '{ open: duties(where: { state: { in: [LATE, DUE] } }) { totalCount } all: duties { totalCount } late: duties(where: { state: { eq: LATE } }) { totalCount } }');
    await open(page, city, '/');
    const sums = (await page.locator('tr', { hasText: '合计' }).first().locator('td').allInnerTexts()).map(Number);
    expect(sums[0] === late.totalCount && sums[0] + sums[1] + sums[2] === left.totalCount, `the overview has ${sums} duties, late ${late.totalCount} of ${left.totalCount}`);
    await open(page, city, '/registers/duties');
    // What is done is not in the way, and one click brings it.
    const total = () => page.locator('.result-line b').innerText();
    expect((await total()) === String(left.totalCount), `${await total()} duties are open instead of ${left.totalCount}`);
    await page.locator('.result-line .chip').click();
    await page.waitForFunction((count) => document.querySelector('.result-line b')?.textContent === count, String(all.totalCount));
    // A duty leads to the form that does it, which knows what the duty knows and says in Chinese what to fill in.
    await open(page, city, '/registers/duties?kind=FUND_REPORT');
    const row = page.locator('tbody tr').first();
    const [period, society] = [await row.locator('td').nth(0).innerText(), await row.locator('td').nth(2).innerText()];
    expect(/^\d{4}年第[一二三四]季度$/.test(period), `a quarter is written ${period}`);
    await row.getByRole('link', { name: '双高资金季报' }).click();
    await page.waitForFunction((name) => document.querySelector('#field-input-society')?.value === name, society);
    const [, year, quarter] = /^(\d{4})Q(\d)$/.exec(await field(page, 'period').inputValue()) ?? [];
    expect(`${year}年第${'一二三四'[quarter - 1]}季度` === period, 'the form does not know the period of the duty');
    await page.reload();
    await page.getByRole('link', { name: '返回待办' }).click();
    await page.waitForURL(/\/registers\/duties\?kind=FUND_REPORT$/);
    await page.goBack();
    await page.waitForFunction((name) => document.querySelector('#field-input-society')?.value === name, society);
    const help = (await page.locator('.help').allInnerTexts()).join(' ');
    expect(help.includes('简要说明报告内容') && !/[a-z]{4}/.test(help), `fields are explained as ${help}`);
  });
}

function things(tools) {
  const { city, open, ask, audit } = tools;
  return journey(tools, 'things', city, {}, async (page, expect) => {
    const { branches } = await ask(city, '{ branches(first: 1, where: { status: { eq: ESTABLISHED }, members: { any: true } }, order: [{ name: ASC }]) { nodes { id name members(first: 1) { nodes { id person { reference } } } } } }');
    const [branch] = branches.nodes;
    const [member] = branch.members.nodes;
    // From a branch, its own members are offered before anything is typed.
    await open(page, city, `/change/recordDues?branch=${encodeURIComponent(branch.id)}`);
    await field(page, 'member').focus();
    await page.locator('[role="option"]').first().waitFor();
    expect((await page.locator('[role="option"]').first().innerText()).includes(branch.name), 'members of another branch are offered first');
    await choose(page, 'member', member.person.reference);
    expect((await field(page, 'member').inputValue()).startsWith(member.person.reference), 'the member is not chosen');
    // What is typed and not chosen is not left out without a word, and numbers are numbers.
    await field(page, 'monthCount').fill('13');
    await field(page, 'amount').fill('x');
    for (const day of ['firstMonth', 'paidOn']) await field(page, day).fill('2026-01-01');
    await submit(page);
    expect((await page.locator('#field-input-amount-problem').innerText()).includes('不是数字'), 'a text for a number is not said at its field');
    await field(page, 'amount').fill('10');
    await submit(page);
    await page.locator('#field-input-monthCount-problem').waitFor();
    await field(page, 'member').fill('没有选定的人');
    await submit(page);
    expect((await page.locator('#field-input-member-problem').innerText()).includes('没有从列表中选定') || (await page.locator('#field-input-member-problem').innerText()).includes('必填'), 'a person who was not chosen is not said');
    await audit(page, 'change: things');
    // Leaving asks first.
    page.once('dialog', (dialog) => dialog.dismiss());
    await page.getByRole('link', { name: '台账' }).click();
    expect(page.url().includes('/change/recordDues'), 'what was typed is lost by a click beside');
  });
}

function scores(tools) {
  const { city, open, ask, audit } = tools;
  return journey(tools, 'scores', city, {}, async (page, expect) => {
    const { assessmentRounds } = await ask(city, '{ assessmentRounds(first: 1) { nodes { scheme { items { section } } entries(first: 1) { nodes { id } } } } }');
    const [{ scheme, entries }] = assessmentRounds.nodes;
    await open(page, city, `/change/submitSelfAssessment?entry=${encodeURIComponent(entries.nodes[0].id)}`);
    await page.locator('.scores input').first().waitFor();
    const lines = await page.locator('.scores tbody tr').count();
    expect(lines === scheme.items.filter((item) => item.section !== 'DEBRIEF').length, `${lines} items to score`);
    await audit(page, 'change: scores');
    // A kind of evidence says what its records hold.
    await open(page, city, '/change/recordEvidence');
    await field(page, 'kind').selectOption('SIX_HAVES');
    await page.locator('.scores select').first().waitFor();
    expect((await page.locator('.scores select').count()) === 6, 'the fields of the kind are not asked for');
    await audit(page, 'change: evidence');
  });
}

function editions(tools) {
  const { city, open, audit } = tools;
  return journey(tools, 'editions', city, {}, async (page, expect) => {
    const edition = (number) => ({ id: number, committee: '合成党委', year: 2026, language: 'zh', number, asOf: '2026-06-30', load: number, issuedBy: '党建处', issuedAt: '2026-07-01T00:00:00Z' });
    const row = (key, shown) => ({ key, isTotal: false, cells: [{ column: 'name', shown: key }, { column: 'count', shown }] });
    const report = (rows) => ({
      language: 'zh',
      cover: { title: '报告', number: '', office: '', lines: [], isDraft: false },
      blocks: [{ kind: 'TABLE', id: 'T1', label: '', title: '表一', unit: '', note: '', columns: [{ key: 'name', title: '名称', kind: 'TEXT' }, { key: 'count', title: '数', kind: 'NUMBER' }], rows }],
    });
    const answers = { editions: { years: [2026], editions: [edition(1), edition(2)] }, '1/report.json': report([row('甲', '1'), row('乙', '2'), row('丙', '3')]), '2/report.json': report([row('甲', '1'), row('乙', '5'), row('丁', '4')]) };
    for (const [path, json] of Object.entries(answers)) await page.route(`**/reports/${path}`, (route) => route.fulfill({ json }));
    await open(page, city, '/reports?committee=Q29tbWl0dGVlOjI%3D');
    await page.getByLabel('比较').first().check();
    await page.getByText('再选一版').waitFor();
    await page.getByLabel('比较').last().check();
    await page.locator('.differences').waitFor();
    expect(page.url().includes('committee='), 'comparing loses the committee');
    const rows = (await page.locator('.differences tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    // Changed, new, and gone.
    expect(rows.join('; ') === '乙 数 2 5; 丁 整行 — 4; 丙 整行 3 —', `differences: ${rows.join('; ')}`);
    await audit(page, 'reports: compared');
  });
}
