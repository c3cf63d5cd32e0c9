using System.Text.Json;
using Dapper;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;

namespace SocietyParty.Etl.WhatIf;

/// <summary>Which category each branch has by one set of rules and by the other; the rule is <see cref="DeriveCategory"/>.</summary>
internal static class CategoryReplay
{
    public static async Task<(IReadOnlyList<CategoryChange> Changes, IReadOnlyDictionary<int, int> OfDay)> RunAsync(
        ReplayScope scope,
        DraftRules rules,
        CancellationToken ct
    )
    {
        if (scope.Same(rules, CategoryRules.Key))
        {
            return ([], new Dictionary<int, int>());
        }

        var rows = (
            await scope.Connection.QueryAsync<Row>(
                scope.Command("categories", new { days = scope.Days.ToArray(), committees = scope.Committees.Keys.ToArray() }, ct)
            )
        ).ToList();
        var read = new Dictionary<string, CategoryRules>(StringComparer.Ordinal);
        var states = rows.Select(row => (Row: row, Before: Category(row, isAfter: false), After: Category(row, isAfter: true))).ToList();
        var changes = new List<CategoryChange>();
        foreach (var branch in states.GroupBy(state => (state.Row.Branch, state.Row.Committee)))
        {
            var recorded = branch.ToDictionary(state => scope.Days[state.Row.Day - 1], state => state.Row.Recorded);
            changes.AddRange(
                scope
                    .Runs(branch.Select(state => (state.Row.Day, (state.Before, state.After))))
                    .Where(run => run.State.Before != run.State.After)
                    .Select(run => new CategoryChange(
                        branch.Key.Branch,
                        scope.Branches[branch.Key.Branch],
                        branch.Key.Committee,
                        scope.Committees[branch.Key.Committee].Name,
                        recorded[run.First],
                        Name(run.State.Before),
                        Name(run.State.After),
                        run.First,
                        run.Last,
                        run.Count
                    ))
            );
        }

        return (
            changes,
            states
                .Where(state => state.Before != state.After)
                .GroupBy(state => state.Row.Day)
                .ToDictionary(day => day.Key, day => day.Count())
        );

        Category Category(Row row, bool isAfter)
        {
            var section = rules.Section(isAfter, CategoryRules.Key, scope.Committees[row.Committee].Region, scope.Days[row.Day - 1])!.Value;
            var text = section.GetRawText();
            if (!read.TryGetValue(text, out var known))
            {
                read.Add(text, known = section.Deserialize<CategoryRules>(RuleSet.Json)!);
            }

            return DeriveCategory.Of(row.Membership, known).Category;
        }
    }

    private static string Name(Category category) => ReplayWords.UpperSnake(category);

    private sealed record Row(
        long Branch,
        long Committee,
        int Day,
        bool IsEstablished,
        bool HasSupportingUnit,
        int Members,
        int WithCommittee,
        int Elsewhere,
        int Employed,
        int Staff,
        string? Recorded
    )
    {
        public BranchMembership Membership => new(IsEstablished, HasSupportingUnit, Members, WithCommittee, Elsewhere, Employed, Staff);
    }
}
