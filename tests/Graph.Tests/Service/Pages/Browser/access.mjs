// Where everybody signs in: what each role is shown, what becomes of a form when the session ends, and tokens; and the pages below a path.
import { journey } from './journeys.mjs';

export const access = (tools) => [
  () => reader(tools),
  () => narrow(tools),
  () => sessionEnds(tools),
  () => roles(tools),
  () => tokens(tools),
  () => telephone(tools),
  () => below(tools),
];

// What is refused stands in the console, as it should.
const signedIn = { mayFail: true };

async function signIn(page, name, password) {
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

const account = (page) => page.locator('.account');

function reader(tools) {
  const { secure, passwords, settled, audit } = tools;
  return journey(tools, 'reader', secure, signedIn, async (page, expect) => {
    await page.goto(`${secure}/registers/branches?category=A`);
    expect(new URL(page.url()).pathname === '/sign-in', `nobody is led to sign in: ${page.url()}`);
    await audit(page, 'sign-in');
    await signIn(page, 'reader', 'wrong');
    await page.getByText('没有登录成功').waitFor();
    await signIn(page, 'reader', passwords.reader);
    await page.waitForURL(/registers\/branches\?category=A/);
    await settled(page);
    await account(page).waitFor();
    expect((await account(page).innerText()).includes('研究人员'), 'the role is not shown');
    const items = await page.locator('.top nav a').allInnerTexts();
    expect(items.includes('台账') && !items.includes('办理') && !items.includes('导入'), `a researcher is shown ${items}`);
    expect((await page.locator('.tabs a').allInnerTexts()).every((name) => !['党员名册', '人员结构', '转接'].includes(name)), 'a researcher is shown people');
    await page.goto(`${secure}/change/planActivity`);
    await page.getByText('没有“登记支部工作”的权限').waitFor();
    expect((await page.locator('form.form').count()) === 0, 'a form is shown that would be refused');
    await page.goto(`${secure}/change`);
    await page.getByText('不办理任何事项').waitFor();
    await page.goto(`${secure}/import`);
    await page.getByText('没有“导入”的权限').waitFor();
    await account(page).locator('summary').click();
    await audit(page, 'account');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/\/sign-in$/);
    await page.goto(`${secure}/analysis`);
    expect(new URL(page.url()).pathname === '/sign-in', 'who signed out is still in');
  });
}

// What a role has no sight of is said once and in the reader's language: there is nothing to try again and no code to report.
function narrow(tools) {
  const { secure, passwords, settled } = tools;
  return journey(tools, 'narrow roles', secure, signedIn, async (page, expect) => {
    const says = async (path, said) => {
      await page.goto(secure + path);
      await settled(page);
      await page.getByText(said).first().waitFor();
      const text = await page.locator('main').innerText();
      expect(!/SP-[A-Z]+-|重试|role/.test(text), `${path} says ${text}`);
    };
    await page.goto(`${secure}/analysis`);
    await signIn(page, 'member', passwords.member);
    await page.waitForURL(/\/analysis/);
    for (const path of ['/analysis', '/', '/registers/societies']) await says(path, '您现在的角色看不到这一部分');
    await page.context().clearCookies();
    await page.goto(`${secure}/reports`);
    await signIn(page, 'secretary', passwords.secretary);
    await page.waitForURL(/\/reports/);
    await says('/reports', '您的角色不能查看');
    expect((await page.locator('main form').count()) === 0, 'a secretary is offered reports that are refused');
  });
}

function sessionEnds(tools) {
  const { secure, passwords, settled } = tools;
  return journey(tools, 'session ends', secure, signedIn, async (page, expect) => {
    await page.goto(`${secure}/change/foundSociety`);
    await signIn(page, 'admin', passwords.admin);
    await page.waitForURL(/change\/foundSociety/);
    await settled(page);
    await page.locator('#field-input-name').fill('合成重新登录学会');
    // The cookie is gone, as after an hour without use.
    await page.context().clearCookies();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.waitForURL(/\/sign-in\?to=/);
    await signIn(page, 'admin', passwords.admin);
    await page.waitForURL(/change\/foundSociety/);
    await page.getByText('登录前填写的内容还在').waitFor();
    expect((await page.locator('#field-input-name').inputValue()) === '合成重新登录学会', 'what was typed is lost');
    // Another account finds nothing of it.
    await page.locator('#field-input-name').fill('合成别人看不到学会');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.waitForURL(/\/sign-in\?to=/);
    await signIn(page, 'reader', passwords.reader);
    await page.waitForURL(/change\/foundSociety/);
    await settled(page);
    expect(!(await page.content()).includes('合成别人看不到学会'), 'another account sees what was typed');
  });
}

function roles(tools) {
  const { secure, passwords, settled } = tools;
  return journey(tools, 'roles', secure, signedIn, async (page, expect) => {
    await page.goto(`${secure}/registers/societies`);
    await signIn(page, 'both', passwords.both);
    await page.waitForURL(/sign-in\/role/);
    await page.getByLabel('研究人员').check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.waitForURL(/registers\/societies/);
    await settled(page);
    expect((await account(page).innerText()).includes('双岗'), 'the name is not shown');
    await account(page).locator('summary').click();
    await page.getByRole('link', { name: '换角色' }).click();
    await page.waitForURL(/sign-in\/role\?to=/);
    await page.getByLabel('系统管理员').check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.waitForURL(/registers\/societies/);
    await page.locator('.top nav').getByRole('link', { name: '办理' }).waitFor();
  });
}

function tokens(tools) {
  const { secure, passwords, settled, audit } = tools;
  return journey(tools, 'tokens', secure, signedIn, async (page, expect) => {
    await page.goto(`${secure}/tokens`);
    await signIn(page, 'admin', passwords.admin);
    await page.waitForURL(/\/tokens/);
    await settled(page);
    await page.locator('#token-name').fill('夜间同步');
    await page.getByRole('button', { name: '创建', exact: true }).click();
    const shown = page.locator('.secret input');
    await shown.waitFor();
    const token = await shown.inputValue();
    expect(token.startsWith('spt_'), `no token: ${token}`);
    await audit(page, 'tokens');
    const status = async () => (await fetch(`${secure}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ whoAmI { actor } }"}' })).status;
    expect((await status()) === 200, 'the token is refused');
    // The name is taken.
    await page.locator('#token-name').fill('夜间同步');
    await page.getByRole('button', { name: '创建', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.reload();
    await settled(page);
    expect(!(await page.content()).includes(token), 'the token is shown again');
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('row', { name: /夜间同步/ }).getByRole('button').click();
    await page.getByText('已收回').waitFor();
    expect((await status()) === 401, 'a token that was taken back is taken');
  });
}

function telephone(tools) {
  const { secure, passwords, settled, audit, layout } = tools;
  return journey(tools, 'telephone', secure, { ...signedIn, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' }, async (page) => {
    await page.goto(`${secure}/tokens`);
    await layout(page, 'sign-in 390');
    await audit(page, 'sign-in 390');
    await signIn(page, 'both', passwords.both);
    await page.waitForURL(/sign-in\/role/);
    await layout(page, 'roles 390');
    await page.getByLabel('系统管理员').check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.waitForURL(/\/tokens/);
    await settled(page);
    await layout(page, 'tokens 390');
    await audit(page, 'tokens 390');
    await account(page).locator('summary').click();
    await layout(page, 'account 390');
  });
}

// A proxy shows the service below a path; this one passes it on.
function below(tools) {
  const { placed, settled } = tools;
  return journey(tools, 'below a path', placed, {}, async (page, expect) => {
    await page.goto(`${placed}/graph/registers/societies`);
    await settled(page);
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/\/graph\/societies\//);
    await settled(page);
    await page.reload();
    await settled(page);
    await page.locator('.top nav').getByRole('link', { name: '概览' }).click();
    await page.waitForURL(`${placed}/graph/`);
    await page.goto(`${placed}/graph/registers/branches`);
    await settled(page);
    const link = await page.locator('.filters .menu a[download]').first().getAttribute('href');
    expect(link.startsWith('/graph/export/branches?'), `an export leads to ${link}`);
    const file = await page.request.get(placed + link);
    expect(file.status() === 200, `an export gives ${file.status()}`);
    await page.goto(`${placed}/graph/graphql`);
    await page.locator('.send-request__button, app-root button').first().waitFor();
  });
}
