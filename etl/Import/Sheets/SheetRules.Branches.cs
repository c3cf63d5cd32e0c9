using SocietyParty.Rules.Days;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import.Sheets;

/// <content>Last days, bodies and places of party organizations: the mutations ask the same.</content>
internal static partial class SheetRules
{
    /// <summary>A temporary organization has its last day and a reason, and only such a one.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> TemporaryAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Temporary>("branches_temporary")
            let state = State(row.Branch, row.Status, row.Since, row.Was)
            from breach in row.IsNew
                ? TemporaryBranch.Founded(
                    new(row.Status == "PROPOSED", state.IsDissolved ? null : row.Since, row.EndsOn, row.HasReason),
                    row.Today
                )
                : Changed(row, state)
            where breach is not null
            select new SheetBreach(
                row.Position,
                breach.Path[0] switch
                {
                    "endsReason" => "ends_reason",
                    "statusSince" => "status_since",
                    _ => "ends_on",
                },
                breach
            ),
        ];

    // What a list says again is nothing new.
    private static IEnumerable<Rules.Breach?> Changed(Temporary row, BranchState state)
    {
        if (row.EndsOn is { } end && end != row.Was)
        {
            return TemporaryBranch.Ends(state, end).Append(TemporaryBranch.Reason(row.HasReason));
        }

        var stated = row.Begins is { } day ? TemporaryBranch.Lasts(row.Branch, row.Was, day, "statusSince") : null;
        return row.HasReason && row.Was is null ? [TemporaryBranch.Reason(isNamed: true, isTemporary: false), stated] : [stated];
    }

    /// <summary>An office or sub-society is named, and its society has an organization that leads it.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> BodiesAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<OfBody>("branches_bodies")
            from breach in BranchBodyFits.Check(Word<BranchBody>(row.Body), row.IsNamed, row.HasOwn, row.Society)
            select new SheetBreach(row.Position, breach.Path[0] == "bodyName" ? "body_name" : "body", breach),
        ];

    /// <summary>Organizations form a tree under the committee on every day.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> UppersAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Upper>("branches_uppers")
            from breach in BranchTree
                .Place(row.Facts, "upperBranch")
                .Append(DayOrder.Check(EarlierDay.LastChange, row.Day, row.LastChange, "holdsFrom"))
            where breach is not null
            select new SheetBreach(row.Position, breach.Path is ["holdsFrom"] ? "parent_from" : "parent", breach),
        ];

    /// <summary>A list takes no society from another committee: that has its own day, and whoever belongs to it comes along.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> ElsewhereAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Elsewhere>("societies_elsewhere")
            let breach = CommitteeChange.Listed(row.Society, row.Committee, "creditCode")
            where breach is not null
            select new SheetBreach(row.Position, "credit_code", breach),
        ];

    private static BranchState State(string name, string status, DateOnly? since, DateOnly? endsOn) =>
        new(name, Rules.Sentences.EnumWords.OfName(status, "BranchStatus"), since, status == "ESTABLISHED", status == "DISSOLVED", endsOn);

    private static T Word<T>(string word)
        where T : struct => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private sealed class Elsewhere
    {
        public int Position { get; init; }
        public string Society { get; init; } = "";
        public string Committee { get; init; } = "";
    }

    private sealed class Temporary
    {
        public int Position { get; init; }
        public string Branch { get; init; } = "";
        public bool IsNew { get; init; }
        public string Status { get; init; } = "";
        public DateOnly? Since { get; init; }
        public DateOnly? Begins { get; init; }
        public DateOnly? Was { get; init; }
        public DateOnly? EndsOn { get; init; }
        public bool HasReason { get; init; }
        public DateOnly Today { get; init; }
    }

    private sealed class OfBody
    {
        public int Position { get; init; }
        public string Body { get; init; } = "";
        public bool IsNamed { get; init; }
        public bool HasOwn { get; init; }
        public string Society { get; init; } = "";
    }

    private sealed class Upper
    {
        public int Position { get; init; }
        public string Lower { get; init; } = "";
        public string LowerStatus { get; init; } = "";
        public DateOnly? LowerSince { get; init; }
        public string LowerForm { get; init; } = "";
        public DateOnly? LowerBegun { get; init; }
        public DateOnly? LowerEndsOn { get; init; }
        public string Name { get; init; } = "";
        public string Status { get; init; } = "";
        public DateOnly? Since { get; init; }
        public string Form { get; init; } = "";
        public DateOnly? EndsOn { get; init; }
        public bool IsWithin { get; init; }
        public bool SharesSociety { get; init; }
        public DateOnly Day { get; init; }
        public DateOnly? LastChange { get; init; }

        // Names are those of the committee.
        public BranchPlaceFacts Facts =>
            new(
                State(Lower, LowerStatus, LowerSince, LowerEndsOn),
                Word<OrganizationForm>(LowerForm),
                LowerBegun,
                State(Name, Status, Since, EndsOn),
                Word<OrganizationForm>(Form),
                IsWithin,
                IsOfCommittee: true,
                SharesSociety,
                Day
            );
    }
}
