using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The rules of mutations that sheets reach, asked with the facts of all rows.</summary>
internal static class SheetRules
{
    /// <summary>A probationary member becomes a full one where the category that the branch had on the day allows it.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> ConversionsAsync(SheetFacts facts)
    {
        var rows = await facts.ReadAsync<Conversion>("members_conversions");
        var rules = await facts.SectionsAsync<CategoryRules>(rows.Select(row => row.Day));
        return
        [
            .. from row in rows
            where rules.ContainsKey(row.Day)
            let section = rules[row.Day]
            let branch = new BranchOnDay(row.Branch, row.DissolvedOn, row.Category)
            from breach in BranchPermission
                .Check(branch, Permission.ConvertProbationary, section, "status")
                .Append(ProbationIsOver.Check(row.ProbationSince, row.Day, section))
            where breach is not null
            select new SheetBreach(row.Position, breach.Path is ["convertedOn"] ? "status_since" : "status", breach),
        ];
    }

    /// <summary>A post in a party organization ends with it.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> PostsAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Post>("appointments_dissolved")
            let breach = PostInBranch.Check(row.Branch, true, row.DissolvedOn, row.Until)
            where breach is not null
            select new SheetBreach(row.Position, "branch", breach),
        ];

    /// <summary>
    /// A new post begins with its organization at the earliest, and its holder is a full member, of the branch or sent from above.
    /// </summary>
    public static async Task<IReadOnlyList<SheetBreach>> HoldersAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Holder>("appointments_holders")
            from breach in PostHolders
                .Check(new(row.IsSecretary, row.From, row.Until, row.SentFromAbove), row.Facts)
                .Prepend(PostInBranch.Begins(row.Branch, row.Begun, row.From))
            where breach is not null
            select new SheetBreach(
                row.Position,
                breach.Path[0] switch
                {
                    "validFrom" => "valid_from",
                    "sentFromAbove" => "sent_from_above",
                    _ => "person_ref",
                },
                breach
            ),
        ];

    /// <summary>Whoever was a member is not entered anew.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> SomebodyOnceAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Ended>("members_ended")
            from breach in SomebodyOnce.Check(new(IsMember: true, new(row.Reason, row.EndedOn, RestoredOn: null), IsApplicant: false))
            select new SheetBreach(row.Position, "person_ref", breach),
        ];

    /// <summary>Nobody is left behind by a party organization that is dissolved.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> DissolutionsAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Dissolved>("branches_dissolved")
            from breach in Dissolution.Check(new(row.Members, row.Applicants, row.Transfers, row.Branches))
            select new SheetBreach(row.Position, "status", breach),
        ];

    /// <summary>A society is founded before it is cancelled.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> FoundingsAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Founding>("societies_founded")
            let breach = SocietyDays.Founded(row.FoundedOn, row.CancelledOn)
            where breach is not null
            select new SheetBreach(row.Position, "founded_on", breach),
        ];

    /// <summary>A society has one organization of a form, unless one leads several.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> FormsAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<OfForm>("branches_of_form")
            let breach = FormFits.Check(row.Society, row.Present, row.IsLed)
            where breach is not null
            select new SheetBreach(row.Position, "societies", breach),
        ];

    /// <summary>An organization of another form keeps its place and leads whom it led.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> PlacesAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Placed>("branches_placed")
            let breach = BranchTree.KeepsForm(row.Facts, "form")
            where breach is not null
            select new SheetBreach(row.Position, "form", breach),
        ];

    /// <summary>A category is the one that the members prove; how much else weighs, the rule set says.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> CategoriesAsync(SheetFacts facts)
    {
        var rows = await facts.ReadAsync<Stated>("branches_categories");
        var rules = await facts.SectionsAsync<CategoryRules>(rows.Select(row => row.Day));
        return
        [
            .. from row in rows
            where rules.ContainsKey(row.Day)
            let breach = ReclassificationFits.Check(row.Category, DeriveCategory.Of(row.Membership, rules[row.Day]), rules[row.Day])
            where breach is not null
            select new SheetBreach(row.Position, "category", breach),
        ];
    }

    /// <summary>An activity is entered once; one that was planned is recorded as held by its planned day.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> ActivitiesAsync(SheetFacts facts) =>
        [
            .. from row in (await facts.ReadAsync<Twin>("activities_twins")).GroupBy(twin => twin.Position)
            let one = row.First()
            let known = row.Select(twin => new KnownActivity(twin.OtherPlannedOn, twin.OtherHeldOn)).ToList()
            let breach = ActivityOnce.Check(one.Title, one.PlannedOn, one.HeldOn, one.PlannedOn is not null, known)
            where breach is not null
            select new SheetBreach(row.Key, breach.Path is ["heldOn"] ? "held_on" : "planned_on", breach),
        ];

    private sealed class Twin
    {
        public int Position { get; init; }
        public string Title { get; init; } = "";
        public DateOnly? PlannedOn { get; init; }
        public DateOnly? HeldOn { get; init; }
        public DateOnly? OtherPlannedOn { get; init; }
        public DateOnly? OtherHeldOn { get; init; }
    }

    private sealed class Conversion
    {
        public int Position { get; init; }
        public string Branch { get; init; } = "";
        public DateOnly? DissolvedOn { get; init; }
        public Category Category { get; init; }
        public DateOnly? ProbationSince { get; init; }
        public DateOnly Day { get; init; }
    }

    private sealed class Post
    {
        public int Position { get; init; }
        public string Branch { get; init; } = "";
        public DateOnly? DissolvedOn { get; init; }
        public DateOnly? Until { get; init; }
    }

    private sealed class Holder
    {
        public int Position { get; init; }
        public string Branch { get; init; } = "";
        public DateOnly? Begun { get; init; }
        public bool IsSecretary { get; init; }
        public DateOnly From { get; init; }
        public DateOnly? Until { get; init; }
        public bool SentFromAbove { get; init; }
        public bool IsMember { get; init; }
        public bool IsProbationary { get; init; }
        public bool IsOfBranch { get; init; }
        public DateOnly? JoinedOn { get; init; }
        public string Ends { get; init; } = "";

        public HolderFacts Facts =>
            new(IsMember, IsProbationary, IsOfBranch, JoinedOn, JsonSerializer.Deserialize<List<EndedDays>>(Ends, RuleSet.Json)!);
    }

    private sealed class Ended
    {
        public int Position { get; init; }
        public MembershipEnd Reason { get; init; }
        public DateOnly EndedOn { get; init; }
    }

    private sealed class Founding
    {
        public int Position { get; init; }
        public DateOnly FoundedOn { get; init; }
        public DateOnly CancelledOn { get; init; }
    }

    private sealed class Dissolved
    {
        public int Position { get; init; }
        public int Members { get; init; }
        public int Applicants { get; init; }
        public int Transfers { get; init; }
        public int Branches { get; init; }
    }

    private sealed class OfForm
    {
        public int Position { get; init; }
        public string Society { get; init; } = "";
        public string Present { get; init; } = "";
        public bool IsLed { get; init; }
    }

    private sealed class Placed
    {
        public int Position { get; init; }
        public string Branch { get; init; } = "";
        public string Form { get; init; } = "";
        public string? UpperForm { get; init; }
        public string? LowerForm { get; init; }

        public FormChangeFacts Facts => new(Branch, Parse(Form)!.Value, Parse(UpperForm), Parse(LowerForm));

        private static OrganizationForm? Parse(string? word) =>
            word is null ? null : Enum.Parse<OrganizationForm>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
    }

    private sealed class Stated
    {
        public int Position { get; init; }
        public Category Category { get; init; }
        public DateOnly Day { get; init; }
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
