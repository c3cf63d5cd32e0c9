import { element, table } from './dom';
import { say, type Text } from './language';
import { categories, kinds, noBranch, statuses } from './texts';

export interface Example {
  id: string;
  title: Text;
  about: Text;
  query: string;
  /** Shows the answer's data; an empty list where there is nothing to show. */
  show(data: never): HTMLElement[];
}

interface Rate {
  numerator: number;
  denominator: number;
  value: number | null;
  definition: string;
  source: string;
}

interface Coverage {
  coverage: { nodes: { key: { category: string | null }; societies: number; organizationCoverage: Rate }[] };
}

const coverage: Example = {
  id: 'coverage',
  title: ['按分类看组织覆盖', 'Organizational coverage by category'],
  about: ['来自报表仓库最近一次载入。', 'From the warehouse’s latest load.'],
  query: `{
  coverage(by: [CATEGORY]) {
    nodes {
      key { category }
      societies
      organizationCoverage {
        numerator
        denominator
        value
        definition
        source
      }
    }
  }
}`,
  show({ coverage: { nodes } }: Coverage) {
    const first = nodes[0];
    if (!first) return [];
    const rows = nodes.map(({ key, societies, organizationCoverage: rate }) => [
      key.category === null ? say(noBranch) : word(categories, key.category),
      String(societies),
      `${rate.numerator} / ${rate.denominator}`,
      bar(rate.value),
    ]);
    const columns = [
      { title: say(['分类', 'Category']) },
      { title: say(['社团数', 'Societies']), numeric: true },
      { title: say(['已覆盖 / 分母', 'Covered / of']), numeric: true },
      { title: say(['组织覆盖率', 'Organizational coverage']) },
    ];
    const { definition, source } = first.organizationCoverage;
    return [
      table(say(coverage.title), columns, rows),
      element('p', { class: 'note' }, say(['口径：', 'Definition: ']), definition, say([`（${source}）`, ` (${source})`])),
    ];
  },
};

interface Branches {
  branches: {
    totalCount: number;
    nodes: {
      name: string;
      category: string;
      status: string;
      society: { name: string; kind: string | null } | null;
      committee: { name: string };
    }[];
  };
}

const branches: Example = {
  id: 'branches',
  title: ['双重管理的党组织', 'Branches under dual management'],
  about: ['B 类前五个，连同社团与党委。', 'The first five of category B, with society and committee.'],
  query: `{
  branches(where: { category: { eq: B } }, first: 5) {
    totalCount
    nodes {
      name
      category
      status
      society { name kind }
      committee { name }
    }
  }
}`,
  show({ branches: { totalCount, nodes } }: Branches) {
    if (nodes.length === 0) return [];
    const rows = nodes.map(({ name, category, status, society, committee }) => [
      name,
      word(categories, category),
      word(statuses, status),
      society?.name ?? '—',
      society?.kind ? word(kinds, society.kind) : '—',
      committee.name,
    ]);
    const columns = (
      [['党组织', 'Branch'], ['分类', 'Category'], ['状态', 'Status'], ['社团', 'Society'], ['类型', 'Kind'], ['党委', 'Committee']] as const
    ).map((title) => ({ title: say(title) }));
    return [
      table(say(branches.title), columns, rows),
      element('p', { class: 'note' }, say([`共 ${totalCount} 个，此处 ${nodes.length} 个。`, `${nodes.length} of ${totalCount}.`])),
    ];
  },
};

interface Rosters {
  rosters: {
    nodes: {
      title: string;
      document: { documentNumber: string | null };
      counts: { category: string; stated: number; listed: number; missing: number }[];
      discrepancies: { message: string }[];
    }[];
  };
}

const rosters: Example = {
  id: 'rosters',
  title: ['名单核对', 'A published list, reconciled'],
  about: ['文件所称的数目与名单所列的数目；相差多少就写多少。', 'The numbers that a list states against those it lists; a difference is shown as it is.'],
  query: `{
  rosters {
    nodes {
      title
      document { documentNumber }
      counts { category stated listed missing }
      discrepancies { message }
    }
  }
}`,
  show({ rosters: { nodes } }: Rosters) {
    const columns = [
      { title: say(['分类', 'Category']) },
      { title: say(['所称', 'Stated']), numeric: true },
      { title: say(['所列', 'Listed']), numeric: true },
      { title: say(['缺', 'Missing']), numeric: true },
    ];
    return nodes.flatMap(({ title, document, counts, discrepancies }) => [
      table(
        document.documentNumber ? `${title} · ${document.documentNumber}` : title,
        columns,
        counts.map(({ category, stated, listed, missing }) => [
          word(categories, category),
          String(stated),
          String(listed),
          missing > 0 ? element('strong', { class: 'missing' }, String(missing)) : '0',
        ]),
      ),
      element('ul', { class: 'findings' }, ...discrepancies.map(({ message }) => element('li', {}, message))),
    ]);
  },
};

export const examples: Example[] = [coverage, branches, rosters];

// A word that this page does not know yet is shown as the service says it.
function word(words: Record<string, Text>, name: string) {
  const known = words[name];
  return known ? say(known) : name;
}

function bar(value: number | null): HTMLElement {
  // Null, not zero: nothing was looked at.
  if (value === null) return element('span', {}, '—');
  const fill = element('span', { class: 'fill' });
  fill.style.width = `${value * 100}%`;
  return element('span', { class: 'bar' }, element('span', { class: 'track', 'aria-hidden': 'true' }, fill), `${(value * 100).toFixed(1)}%`);
}
