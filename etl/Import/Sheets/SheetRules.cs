using System.Globalization;
using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Appointments;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The rules of mutations that sheets reach, asked with the facts of all rows.</summary>
internal static partial class SheetRules
{
    private const string ActivityClause = "004 组织建设-2";

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

    /// <summary>An organization's status goes forward, and it and the category change on a day.</summary>
    public static Task<IReadOnlyList<SheetBreach>> BranchStepsAsync(SheetFacts facts) => StepsAsync(facts, "branches_steps");

    /// <summary>A member's status goes forward, on a day.</summary>
    public static Task<IReadOnlyList<SheetBreach>> MemberStepsAsync(SheetFacts facts) => StepsAsync(facts, "members_steps");

    private static async Task<IReadOnlyList<SheetBreach>> StepsAsync(SheetFacts facts, string statement) =>
        [
            .. from row in await facts.ReadAsync<Step>(statement)
            let breach = row.Type == "BranchCategory" ? StatusSteps.Category(row.Listed) : StatusSteps.Status(row.Listed, row.Type)
            where breach is not null
            select new SheetBreach(
                row.Position,
                breach.Path[0] switch
                {
                    "statusSince" => "status_since",
                    "categoryFrom" => "category_from",
                    _ => "status",
                },
                breach
            ),
        ];

    /// <summary>A post in a party organization ends with it.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> PostsAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Post>("appointments_dissolved")
            let breach = PostInBranch.Check(row.Branch, true, row.DissolvedOn, row.Until)
            where breach is not null
            select new SheetBreach(row.Position, "branch", breach),
        ];

    /// <summary>A post is held where it belongs, and in a council within its term.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> PlacesAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Place>("appointments_places")
            let breach = PostPlace.Check(EnumWords.OfName(row.Post, "Post"), row.Of, row.Given)
                ?? (row.IsInCouncil ? PostPlace.InTerm(row.StartedOn, row.EndsOn, row.From, row.Until) : null)
            where breach is not null
            select new SheetBreach(row.Position, breach.Path is ["validFrom"] ? "valid_from" : Column(row), breach),
        ];

    // The one that is empty, else the one that is too much.
    private static string Column(Place row) =>
        (row.Given.Contains(row.Of) ? row.Given.First(given => given != row.Of) : row.Of) is "branch" ? "branch" : "society";

    /// <summary>
    /// A new post begins with its organization at the earliest, and its holder is a full member, of the branch or sent from above.
    /// </summary>
    public static async Task<IReadOnlyList<SheetBreach>> HoldersAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Holder>("appointments_holders")
            // Of somebody who is not found SP-IMPORT-158 speaks.
            let held = row.IsKnown ? PostHolders.Check(new(row.IsSecretary, row.From, row.Until, row.SentFromAbove), row.Facts) : []
            from breach in held.Prepend(PostInBranch.Begins(row.Branch, row.Begun, row.From))
                .Append(TemporaryBranch.Lasts(row.Branch, row.EndsOn, row.From, "validFrom"))
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

    /// <summary>
    /// A person is a member once, of an organization that stands, with one affiliation; nobody has a status before joining.
    /// </summary>
    public static async Task<IReadOnlyList<SheetBreach>> PeopleAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<PersonRow>("members_people")
            from breach in SomebodyOnce
                .Check(new(IsMember: false, row.Ended, row.IsApplicant))
                .Append(StandingBranch.ForMembers(row.State))
                .Append(row.To is { } to ? StandingBranch.ForAffiliations(to, "affiliationBranch") : null)
                .Append(AffiliationPlace.AtMostOne(row.Places))
                .Append(DayOrder.Check(EarlierDay.Joining, row.StatusSince, row.JoinedOn, "statusSince"))
            where breach is not null
            select new SheetBreach(
                row.Position,
                breach.Path[0] switch
                {
                    "person" => "person_ref",
                    "statusSince" => "status_since",
                    "affiliationBranch" => "affiliation_branch",
                    "affiliationPlace" => row.IsElsewhere ? "affiliation_place" : "affiliation_unit",
                    _ => "branch",
                },
                breach
            ),
        ];

    /// <summary>Nobody is left behind by a party organization that is dissolved.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> DissolutionsAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Dissolved>("branches_dissolved")
            from breach in Dissolution
                .Check(new(row.Members, row.Applicants, row.Transfers, row.Branches))
                .Append(TemporaryBranch.Dissolved(row.State, "status"))
            where breach is not null
            select new SheetBreach(row.Position, "status", breach),
        ];

    /// <summary>A society is founded before it is cancelled, and cancelled on a day.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> SocietyDaysAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Days>("societies_days")
            let cancelled = row.CancelledOn ?? row.Was
            from breach in Cancellation(row)
                .Append(row.StatesFounded && (row.CancelledOn ?? row.Was) == row.Was ? SocietyDays.Founded(row.FoundedOn, row.Was) : null)
                .Append(SocietyDays.State(row.IsCancelled, row.WasCancelled, cancelled))
            where breach is not null
            select new SheetBreach(
                row.Position,
                breach.Path[0] switch
                {
                    "foundedOn" => "founded_on",
                    "operatingState" => "operating_state",
                    _ => "cancelled_on",
                },
                breach
            ),
        ];

    // The same list again says nothing new.
    private static IEnumerable<Breach?> Cancellation(Days row) =>
        row.CancelledOn is { } day && day != row.Was ? SocietyDays.Cancelled(new(row.FoundedOn, row.Was, day, row.Branches)) : [];

    /// <summary>A joint branch has several societies, any other form one; a society that is cancelled gets none.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> SocietiesAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<OfSocieties>("branches_societies")
            let societies = row.Names.Zip(row.Cancelled, (name, isCancelled) => new ProposingSociety(name, Committee: 0, isCancelled))
            from breach in BranchSocieties.Check(row.IsJoint, [.. societies])
            select new SheetBreach(row.Position, "societies", breach),
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
    public static async Task<IReadOnlyList<SheetBreach>> UpperFormsAsync(SheetFacts facts) =>
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

    /// <summary>The kind of an activity is a usual one, or one that the rules of its day name.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> ActivityKindsAsync(SheetFacts facts)
    {
        var rows = await facts.ReadAsync<OfKind>("activities_kinds");
        var rules = await facts.SectionsAsync<AssessmentRules>(rows.Select(row => row.Day));
        return
        [
            .. from row in rows
            let own = rules.TryGetValue(row.Day, out var section) ? section.Activities.Kinds : null
            select new SheetBreach(
                row.Position,
                "kind",
                ActivityKindFits.NotListed(row.Kind, Usual, [.. (own ?? []).Select(kind => kind.Word)])
            ),
        ];
    }

    private static IReadOnlyList<object> Usual =>
        [.. SheetWords.ActivityKinds.Select(kind => EnumWords.OfName(kind.Value, "ActivityKind"))];

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

    /// <summary>
    /// An activity is held by an organization that stands on its day, and planned by one that stands; nobody comes who is not expected,
    /// and what was recorded stays.
    /// </summary>
    public static async Task<IReadOnlyList<SheetBreach>> HeldAsync(SheetFacts facts) =>
        [
            .. from row in await facts.ReadAsync<Held>("activities_held")
            from breach in new[]
            {
                row.IsPlan
                    ? StandingBranch.ForActivities(row.State) ?? TemporaryBranch.Lasts(row.Branch, row.EndsOn, row.PlannedOn, "plannedOn")
                : row.HeldOn is { } day ? StandingBranch.On(row.Branch, row.Stood, day, ActivityClause)
                : null,
                AttendanceFits.CheckGiven(row.Expected, row.Attended),
                ActivityRequired.NotHeld(row.Recorded),
            }
            where breach is not null
            select new SheetBreach(
                row.Position,
                breach.Path[0] switch
                {
                    "activity" => "held_on",
                    "plannedOn" => "planned_on",
                    "expectedCount" => "expected_count",
                    "attendedCount" => "attended_count",
                    _ => "branch",
                },
                breach
            ),
        ];

    /// <summary>A branch scores itself once its round is open: every item but the debrief, and none above its maximum.</summary>
    public static async Task<IReadOnlyList<SheetBreach>> ScoresAsync(SheetFacts facts)
    {
        var schemes = (await facts.ReadAsync<Scheme>("scores_schemes")).ToDictionary(
            scheme => scheme.Id,
            scheme => JsonSerializer.Deserialize<AssessmentRules>(scheme.Content, RuleSet.Json)!
        );
        return
        [
            .. from entry in await facts.ReadAsync<Entry>("scores_entries")
            let rules = schemes[entry.Scheme]
            let first = Math.Max(0, Array.IndexOf(entry.Same, false))
            from breach in entry.Breaches(rules)
            // Of an item's score the path has its place; anything else is said of the first row that is new.
            let place = breach.Path is [_, var at, ..] ? int.Parse(at, CultureInfo.InvariantCulture) : first
            select new SheetBreach(
                entry.Positions[place],
                breach.Path[^1] switch
                {
                    "submittedOn" => "submitted_on",
                    "score" or "entry" => "score",
                    _ => "item",
                },
                breach
            ),
        ];
    }
}
