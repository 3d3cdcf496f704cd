// Shows what the real program wrote as GitHub would, in headless Chromium, and takes pictures: see docs/testing.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import AnsiToHtml from 'ansi-to-html';
import MarkdownIt from 'markdown-it';
import puppeteer from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const program = join(root, '.nuke/temp/publish/action/Drawbridge.GitHubAction.dll');
const demo = join(root, '.nuke/temp/demo');
const images = resolve(process.argv[2] ?? join(root, 'docs/images'));
const work = mkdtempSync(join(tmpdir(), 'drawbridge-screenshots-'));
const node = createRequire(import.meta.url);

/** The width of a job summary on github.com, and a terminal that shows an excerpt without breaking it. */
const summaryWidth = 1012;
const terminalColumns = 110;

const mistakes = {
  'migrations/projectdb/202611221030_index_orders.up.sql': 'CREATE INDEX orders_status_idx ON orders (status);\n',
  'migrations/projectdb/202611221040_tidy_users.up.sql':
    '-- Nobody reads these any more.\nALTER TABLE users DROP COLUMN email;\n\nALTER TABLE orders ALTER COLUMN id TYPE bigint;\n',
  'migrations/projectdb/add_phone.sql': 'ALTER TABLE users ADD COLUMN phone text;\n',
};

const git = (repository, ...args) => execFileSync('git', args, {
  cwd: repository,
  env: {
    ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com',
  },
}).toString().trim();

/** A pull request with three mistakes, in a clone of the demo's repository. */
function pullRequest() {
  const repository = join(work, 'shop');
  git(work, 'clone', '--quiet', '--branch', 'main', join(demo, 'repository'), repository);
  git(repository, 'checkout', '--quiet', '-b', 'tidy');
  for (const [path, sql] of Object.entries(mistakes)) {
    writeFileSync(join(repository, path), sql);
  }
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message', 'Tidy up');
  return repository;
}

/** The summary that 'validate' writes for it, run with the runner's variables. */
function validate(repository) {
  const summary = join(work, 'summary.md');
  writeFileSync(summary, '');
  writeFileSync(join(work, 'output'), '');
  spawnSync('dotnet', [program, 'validate', '--base', 'main'], {
    cwd: repository,
    env: { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: join(work, 'output') },
  });
  return readFileSync(summary, 'utf8');
}

/** What the same says at a terminal, which util-linux's 'script' plays. */
function terminal(repository) {
  const typed = `stty cols ${terminalColumns} rows 60; dotnet ${program} validate --base main`;
  const { GITHUB_ACTIONS, CI, ...environment } = process.env;
  const said = spawnSync('script', ['--quiet', '--return', '--command', typed, '/dev/null'], {
    cwd: repository,
    env: { ...environment, TERM: 'xterm-256color', COLORTERM: 'truecolor' },
  });
  // Colours stay; what tells a terminal how to take its keys does not.
  return said.stdout.toString().replaceAll('\r\n', '\n').replace(/\x1b(\[\?[0-9;]*[a-z]|[=>])/g, '').trimEnd();
}

function summaryOf(number) {
  const run = readdirSync(join(demo, 'runs')).find(name => name.startsWith(`${number}-`));
  return readFileSync(join(demo, 'runs', run, 'summary.md'), 'utf8');
}

const markdown = new MarkdownIt({ html: true, linkify: true });
const fence = markdown.renderer.rules.fence;
markdown.renderer.rules.fence = (tokens, index, ...rest) => tokens[index].info === 'mermaid'
  ? `<pre class="mermaid">${markdown.utils.escapeHtml(tokens[index].content)}</pre>`
  : fence(tokens, index, ...rest);

const file = name => readFileSync(node.resolve(name), 'utf8');

const page = (theme, body, width) => `<!doctype html><html data-theme="${theme}"><meta charset="utf-8"><style>
${file(`github-markdown-css/github-markdown-${theme}.css`)}
body { margin: 0; width: ${width}px; background: ${theme === 'dark' ? '#0d1117' : '#ffffff'}; }
.markdown-body { padding: 24px; box-sizing: border-box; }
.mermaid { background: transparent !important; text-align: center; }
.terminal { margin: 0; padding: 18px 22px; background: #0d1117; color: #e6edf3; border-radius: 8px;
  font: 13px/1.45 "DejaVu Sans Mono", monospace; white-space: pre; display: inline-block; }
</style><body>${body}</body></html>`;

async function shoot(browser, name, theme, body, width = summaryWidth) {
  const tab = await browser.newPage();
  await tab.setViewport({ width, height: 400, deviceScaleFactor: 1 });
  await tab.setContent(page(theme, body, width));
  await tab.addScriptTag({ path: join(dirname(node.resolve('mermaid')), 'mermaid.min.js') });
  await tab.evaluate(async dark => {
    globalThis.mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default', securityLevel: 'strict' });
    await globalThis.mermaid.run();
  }, theme === 'dark');
  await (await tab.$('.shot')).screenshot({ path: join(images, `${name}.png`) });
  await tab.close();
}

const summary = text => `<article class="markdown-body shot">${markdown.render(text)}</article>`;

for (const [path, target] of [[program, 'Publish'], [join(demo, 'runs'), 'Demo']]) {
  if (!existsSync(path)) {
    throw new Error(`'${path}' is missing: run './build.sh ${target}' first.`);
  }
}

mkdirSync(images, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--font-render-hinting=none'],
});
try {
  const repository = pullRequest();
  const findings = validate(repository);
  const colours = new AnsiToHtml({ fg: '#e6edf3', bg: '#0d1117', escapeXML: true });
  const screen = `$ drawbridge validate --base main\n${terminal(repository)}`;
  const pictures = [['validate', findings], ['deploy', summaryOf(3)], ['deploy-failed', summaryOf(5)]];
  for (const [name, text] of pictures) {
    await shoot(browser, name, 'light', summary(text));
    await shoot(browser, `${name}-dark`, 'dark', summary(text));
  }
  await shoot(browser, 'terminal', 'dark', `<pre class="terminal shot">${colours.toHtml(screen)}</pre>`);
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
