using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>The rules of mutations that a published list reaches.</summary>
internal static class RosterRules
{
    /// <summary>Nobody is left behind by a party organization that the list calls dissolved.</summary>
    public static async Task<IEnumerable<ImportProblem>> DissolutionsAsync(
        NpgsqlConnection connection,
        object place,
        CancellationToken ct
    ) =>
        from row in await connection.QueryAsync<Dissolved>(Command("roster_dissolved", place, ct))
        from breach in Dissolution
            .Check(new(row.Members, row.Applicants, row.Transfers, row.Branches))
            .Append(TemporaryBranch.Dissolved(row.State, "branch"))
        where breach is not null
        select new ImportProblem(breach).At(row.Line);

    /// <summary>A status goes forward, and it and the category change on a day: the row's, or that of the list's document.</summary>
    public static async Task<IEnumerable<ImportProblem>> StepsAsync(NpgsqlConnection connection, object place, CancellationToken ct) =>
        from row in await connection.QueryAsync<Step>(Command("roster_steps", place, ct))
        let listed = new ListedStatus(row.Name, row.Before, row.After, row.Day, value => EnumWords.OfName(value, row.Type))
        let breach = row.Type == "BranchCategory" ? StatusSteps.Category(listed) : StatusSteps.Status(listed, row.Type)
        where breach is not null
        select new ImportProblem(breach).At(row.Line);

    /// <summary>
    /// What the members do not prove. A published list is the committee's document and may state it: it is shown, and gives no right by
    /// itself (<see cref="CategoryProof"/>).
    /// </summary>
    public static async Task<IEnumerable<ImportDiscrepancy>> CategoriesAsync(
        NpgsqlConnection connection,
        object place,
        CancellationToken ct
    ) =>
        from row in await connection.QueryAsync<Stated>(Command("roster_categories", place, ct))
        let rules = JsonSerializer.Deserialize<CategoryRules>(row.Rules, RuleSet.Json)!
        let breach = ReclassificationFits.Check(row.Category, DeriveCategory.Of(row.Membership, rules), rules)
        where breach is not null
        select new ImportDiscrepancy(breach.Code, row.Branch, null, null, $"{row.Branch}: {breach.Sentence}")
        {
            Sentence = breach.Sentence,
            IsContradiction = true,
        };

    private static CommandDefinition Command(string name, object place, CancellationToken ct) =>
        new(ImportSql.Read(name), place, commandTimeout: 0, cancellationToken: ct);

    private sealed class Step
    {
        public int Line { get; init; }
        public string Type { get; init; } = "";
        public string Name { get; init; } = "";
        public string Before { get; init; } = "";
        public string After { get; init; } = "";
        public DateOnly? Day { get; init; }
    }

    private sealed class Dissolved
    {
        public int Line { get; init; }
        public int Members { get; init; }
        public int Applicants { get; init; }
        public int Transfers { get; init; }
        public int Branches { get; init; }
        public string Branch { get; init; } = "";
        public DateOnly? EndsOn { get; init; }

        public BranchState State => new(Branch, "", Since: null, IsEstablished: true, IsDissolved: false, EndsOn);
    }

    private sealed class Stated
    {
        public string Branch { get; init; } = "";
        public Category Category { get; init; }
        public string Rules { get; init; } = "";
        public bool IsEstablished { get; init; }
        public bool HasSupportingUnit { get; init; }
        public int Members { get; init; }
        public int WithCommittee { get; init; }
        public int Elsewhere { get; init; }
        public int Employed { get; init; }
        public int Staff { get; init; }

        public BranchMembership Membership => new(IsEstablished, HasSupportingUnit, Members, WithCommittee, Elsewhere, Employed, Staff);
    }
}
