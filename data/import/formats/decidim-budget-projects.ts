import { fact, formatMapping, joined, languageColumns, presentSources, type Format } from './format.ts'

export const decidimBudgetProjects: Format = {
  id: 'decidim.budget_projects',
  name: 'Decidim budget projects',
  signature: {
    require: [
      'id',
      'budget/id',
      'budget_amount',
      'confirmed_votes',
      'related_proposals',
      'related_proposal_titles',
      'related_proposal_urls',
    ],
    strength: 'strong',
  },
  mapping: header => {
    const words = [...languageColumns(header, 'title'), ...languageColumns(header, 'description')]
    const stated = 'the body lists these proposals beside the project'
    return formatMapping(header, {
      name: 'decidim-budget-projects',
      given: [
        {
          kind: 'document',
          fields: {
            ref: 'budget',
            stage: 'decision',
            title: 'Budget projects, as exported',
            source: 'official',
            holding: 'held',
            is_required: true,
          },
        },
      ],
      records: [
        {
          kind: 'passage',
          fields: presentSources({
            ref: { column: 'id', prefix: 'budget#' },
            text: joined(header, words.length > 0 ? words : ['related_proposal_titles'], 'strip'),
            shape: fact('row', 'each row of the export is one project'),
          }),
        },
        {
          kind: 'link',
          onlyIf: { column: 'related_proposal_urls' },
          forEach: { column: 'related_proposal_urls', separator: ', ', field: 'point' },
          fields: {
            kind: fact('takes-up', stated),
            basis: fact('stated', stated),
            by: fact('export of budget projects', stated),
          },
        },
      ],
      limits: ['The links from projects to proposals are what the body says.'],
    })
  },
}
