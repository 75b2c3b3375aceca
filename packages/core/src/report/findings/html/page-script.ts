/**
 * The script of the page: filters, search, grouping, theme, links to a finding. It makes text of what
 * it reads, never HTML, and works with nothing but the page. Everything it hides is in the page
 * without it.
 */
export const pageScript = String.raw`
'use strict';
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId('data').textContent);
  const items = data.findings.map((each) => ({ ...each, node: byId(each.anchor) }));
  const home = items.map(({ node }) => node.parentNode);
  const groups = [...document.querySelectorAll('#by-check .group')];
  const areas = [...document.querySelectorAll('#by-check .area')];
  const regrouped = byId('regrouped');
  const list = byId('list');
  const search = byId('search');
  const area = byId('area');
  const change = byId('change');
  const group = byId('group');
  const chips = [...document.querySelectorAll('.chip input')];
  const links = [...document.querySelectorAll('.areas a')];
  const defaults = chips.map((chip) => chip.checked);
  root.classList.add('js');
  list.dataset.group = 'check';

  const textOf = (item) => {
    item.text ??= item.node.textContent.toLowerCase() + ' ' + data.checks[item.check].toLowerCase();
    return item.text;
  };
  const chosen = (name) =>
    new Set(chips.filter((chip) => chip.name === name && chip.checked).map((chip) => chip.value));

  const filter = () => {
    const standings = chosen('standing');
    const severities = chosen('severity');
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const isShown =
        standings.has(item.standing) &&
        severities.has(item.severity) &&
        (area.value === '' || item.area === Number(area.value)) &&
        (!change || change.value === '' || item.change === change.value) &&
        (words.length === 0 || words.every((word) => textOf(item).includes(word)));
      item.node.hidden = !isShown;
      if (isShown) shown += 1;
    }
    for (const each of [...groups, ...regrouped.children])
      each.hidden = each.querySelector('.finding:not([hidden])') === null;
    for (const each of areas) each.hidden = each.querySelector('.group:not([hidden])') === null;
    for (const link of links)
      if (link.dataset.area === area.value) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    byId('nothing').hidden = shown > 0;
    say(shown + ' of ' + items.length + (items.length === 1 ? ' finding' : ' findings') + ' shown');
  };
  const say = (text) => {
    byId('count').textContent = text;
  };

  const regroup = () => {
    const by = group.value;
    list.dataset.group = by;
    regrouped.textContent = '';
    byId('by-check').hidden = by !== 'check';
    if (by === 'check') items.forEach(({ node }, index) => home[index].append(node));
    else {
      const parts = new Map();
      const keyOf = { severity: (item) => item.severity, subject: (item) => item.subject };
      const keys = by === 'severity' ? data.severities : [...new Set(items.map((item) => item.subject))].sort();
      for (const key of keys) parts.set(key, partOf(key));
      for (const item of items) parts.get(keyOf[by](item)).append(item.node);
      regrouped.append(...[...parts.values()].map((each) => each.parentNode).filter((each) => each.querySelector('.finding')));
    }
    filter();
  };
  const partOf = (title) => {
    const section = document.createElement('section');
    section.className = 'group card';
    const head = document.createElement('div');
    head.className = 'group-head';
    const heading = document.createElement('h4');
    heading.textContent = title;
    const members = document.createElement('ul');
    head.append(heading);
    section.append(head, members);
    return members;
  };

  const reset = () => {
    search.value = '';
    area.value = '';
    if (change) change.value = '';
    chips.forEach((chip, index) => {
      chip.checked = defaults[index];
    });
    filter();
  };

  const goToHash = () => {
    const item = items.find(({ anchor }) => '#' + anchor === location.hash);
    if (!item) return;
    if (item.node.hidden) {
      reset();
      for (const chip of chips) if (chip.value === item.standing || chip.value === item.severity) chip.checked = true;
      filter();
    }
    const details = item.node.querySelector('details');
    details.open = true;
    item.node.scrollIntoView({ block: 'center' });
    details.querySelector('summary').focus({ preventScroll: true });
  };

  search.addEventListener('input', filter);
  area.addEventListener('change', filter);
  if (change) change.addEventListener('change', filter);
  group.addEventListener('change', regroup);
  for (const chip of chips) chip.addEventListener('change', filter);
  byId('reset').addEventListener('click', reset);
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  for (const link of links)
    link.addEventListener('click', (event) => {
      event.preventDefault();
      area.value = area.value === link.dataset.area ? '' : link.dataset.area;
      filter();
      byId('findings').scrollIntoView();
    });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.permalink');
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(
      () => say('Link copied'),
      () => undefined,
    );
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
  });

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = items
      .filter(({ node }) => !node.hidden)
      .map(({ node }) => node.querySelector('details'))
      .filter((details) => !details.open);
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });

  const theme = byId('theme');
  const storage = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  const wear = (name) => {
    if (name === 'light' || name === 'dark') root.dataset.theme = name;
    else delete root.dataset.theme;
    theme.value = root.dataset.theme ?? 'auto';
  };
  wear(storage((store) => store.getItem('rolecall-theme')));
  theme.addEventListener('change', () => {
    wear(theme.value);
    storage((store) => store.setItem('rolecall-theme', theme.value));
  });

  filter();
  // After the browser has gone there itself, which takes the focus away.
  addEventListener('load', () => setTimeout(goToHash));
  addEventListener('hashchange', goToHash);
})();
`;
