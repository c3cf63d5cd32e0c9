using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <content>The facts, a row of the statement of the same name each.</content>
internal static partial class SheetRules
{
    private sealed class Twin
    {
        public int Position { get; init; }
        public string Title { get; init; } = "";
        public DateOnly? PlannedOn { get; init; }
        public DateOnly? HeldOn { get; init; }
        public DateOnly? OtherPlannedOn { get; init; }
        public DateOnly? OtherHeldOn { get; init; }
    }

    private sealed class OfKind
    {
        public int Position { get; init; }
        public string Kind { get; init; } = "";
        public DateOnly Day { get; init; }
    }

    private sealed class Step
    {
        public int Position { get; init; }
        public string Type { get; init; } = "";
        public string Name { get; init; } = "";
        public string Before { get; init; } = "";
        public string After { get; init; } = "";
        public DateOnly? Day { get; init; }

        public ListedStatus Listed => new(Name, Before, After, Day, value => EnumWords.OfName(value, Type));
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
        public DateOnly? EndsOn { get; init; }
        public bool IsSecretary { get; init; }
        public DateOnly From { get; init; }
        public DateOnly? Until { get; init; }
        public bool SentFromAbove { get; init; }
        public bool IsMember { get; init; }
        public bool IsKnown { get; init; }
        public bool IsProbationary { get; init; }
        public bool IsOfBranch { get; init; }
        public DateOnly? JoinedOn { get; init; }
        public string Ends { get; init; } = "";
        public bool? LeadsSociety { get; init; }

        public HolderFacts Facts =>
            new(
                IsMember,
                IsProbationary,
                IsOfBranch,
                JoinedOn,
                JsonSerializer.Deserialize<List<EndedDays>>(Ends, RuleSet.Json)!,
                LeadsSociety
            );
    }

    private sealed class Days
    {
        public int Position { get; init; }
        public bool StatesFounded { get; init; }
        public DateOnly? FoundedOn { get; init; }
        public DateOnly? CancelledOn { get; init; }
        public DateOnly? Was { get; init; }
        public bool? IsCancelled { get; init; }
        public bool WasCancelled { get; init; }
        public string[] Branches { get; init; } = [];
    }

    private sealed class Dissolved
    {
        public int Position { get; init; }
        public int Members { get; init; }
        public int Applicants { get; init; }
        public int Transfers { get; init; }
        public int Branches { get; init; }
        public string Branch { get; init; } = "";
        public string Status { get; init; } = "";
        public DateOnly? EndsOn { get; init; }

        public BranchState State => SheetRules.State(Branch, Status, since: null, EndsOn);
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

    private sealed class PersonRow
    {
        public int Position { get; init; }
        public bool WasMember { get; init; }
        public MembershipEnd Reason { get; init; }
        public DateOnly EndedOn { get; init; }
        public bool IsApplicant { get; init; }
        public string Branch { get; init; } = "";
        public string Status { get; init; } = "";
        public bool IsNew { get; init; }
        public DateOnly? EndsOn { get; init; }
        public string? ToBranch { get; init; }
        public string ToStatus { get; init; } = "";
        public DateOnly? ToEndsOn { get; init; }
        public DateOnly? StatusSince { get; init; }
        public DateOnly? JoinedOn { get; init; }
        public int Places { get; init; }
        public bool IsElsewhere { get; init; }

        // Whoever is a member already stays so.
        public BranchState State =>
            new(
                Branch,
                EnumWords.OfName(Status, "BranchStatus"),
                Since: null,
                IsEstablished: Status == "ESTABLISHED",
                IsDissolved: IsNew && Status == "DISSOLVED",
                IsNew ? EndsOn : null
            );

        // Null where the affiliation is elsewhere, or stays.
        public BranchState? To => ToBranch is { } branch ? SheetRules.State(branch, ToStatus, since: null, ToEndsOn) : null;

        public EndedDays? Ended => WasMember ? new(Reason, EndedOn, RestoredOn: null) : null;
    }

    private sealed class OfSocieties
    {
        public int Position { get; init; }
        public bool IsJoint { get; init; }
        public string[] Names { get; init; } = [];
        public bool[] Cancelled { get; init; } = [];
    }

    private sealed class Place
    {
        public int Position { get; init; }
        public string Post { get; init; } = "";
        public string Of { get; init; } = "";
        public string[] Given { get; init; } = [];
        public bool IsInCouncil { get; init; }
        public DateOnly StartedOn { get; init; }
        public DateOnly EndsOn { get; init; }
        public DateOnly From { get; init; }
        public DateOnly? Until { get; init; }
    }

    private sealed class Held
    {
        public int Position { get; init; }
        public string Branch { get; init; } = "";
        public string Status { get; init; } = "";
        public bool IsEstablished { get; init; }
        public bool IsPlan { get; init; }
        public DateOnly? EndsOn { get; init; }
        public DateOnly PlannedOn { get; init; }
        public DateOnly? HeldOn { get; init; }
        public bool Stood { get; init; }
        public int? Expected { get; init; }
        public int? Attended { get; init; }
        public DateOnly? Recorded { get; init; }

        public BranchState State => new(Branch, EnumWords.OfName(Status, "BranchStatus"), Since: null, IsEstablished, IsDissolved: false);
    }

    private sealed class Scheme
    {
        public long Id { get; init; }
        public string Content { get; init; } = "";
    }

    private sealed class Entry
    {
        public int[] Positions { get; init; } = [];
        public string[] Items { get; init; } = [];
        public decimal[] Scores { get; init; } = [];
        public bool[] Same { get; init; } = [];
        public string[] HandedIn { get; init; } = [];
        public DateOnly SubmittedOn { get; init; }
        public DateOnly OpenedOn { get; init; }
        public AssessmentStage Stage { get; init; }
        public long Scheme { get; init; }

        public IEnumerable<Breach> Breaches(AssessmentRules rules)
        {
            if (!Same.Contains(false))
            {
                return [];
            }

            var scores = Items.Zip(Scores, (item, score) => new ItemScore(item, score)).ToList();
            return new[] { EntryFits.IsSelf(Stage) }
                .OfType<Breach>()
                .Concat(SelfAssessmentFits.Breaches(scores, OpenedOn, SubmittedOn, rules))
                .Concat(ScoreMaximum.Breaches(scores, rules, "scores"))
                // Others vote on the debrief.
                .Concat(ScoreMaximum.Missing([.. Items, .. HandedIn, rules.Debrief.Item], rules, "scores"));
        }
    }
}
