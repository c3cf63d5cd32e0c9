using System.Text.Json;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Etl.Generate;

/// <summary>One planned year of one committee.</summary>
/// <param name="Target">Key of its target.</param>
internal sealed record PlannedWork(long Id, long Target, Committee Committee, PlannedDuty Duty);

/// <summary>What committees plan, by the synthetic rules: of a city each year of the history, of a nation the last two.</summary>
internal sealed class WorkPlan
{
    /// <param name="members">Keys of each committee's members, by the committee's key.</param>
    public WorkPlan(
        GenerateOptions options,
        IReadOnlyList<Committee> committees,
        IReadOnlyList<Society> societies,
        IReadOnlyList<Branch> branches,
        ILookup<long, long> members
    )
    {
        var standing = branches.Where(branch => branch.Status == "ESTABLISHED").ToLookup(branch => branch.Lead.Committee.Id);
        var funded = societies
            .Where(society => IsFunded(options, society))
            .ToLookup(society => society.Committee.Id, society => society.Id);
        var first = options.Profile == Profile.City ? GenerateOptions.First.Year : GenerateOptions.Last.Year - 1;
        foreach (var committee in committees)
        {
            for (var year = first; year <= GenerateOptions.Last.Year; year++)
            {
                var facts = new CommitteeFacts(standing[committee.Id].Count(), [.. members[committee.Id]], [.. funded[committee.Id]]);
                foreach (var (target, duties) in DutiesOfYear.Of(year, facts, Rules))
                {
                    Add(committee, year, target, duties);
                }
            }
        }

        Standing = standing;
    }

    public static WorkPointRules Rules { get; } = SyntheticRules.Section<WorkPointRules>();

    public List<object?[]> Targets { get; } = [];

    public List<PlannedWork> Duties { get; } = [];

    /// <summary>Branches that stand, by their committee's key.</summary>
    public ILookup<long, Branch> Standing { get; }

    private static bool IsFunded(GenerateOptions options, Society society) =>
        new Chance(options.Seed, Subject.WorkPoint, -society.Id).Below(1000) < (options.Profile == Profile.City ? 60 : 10);

    private void Add(Committee committee, int year, PlannedTarget target, IReadOnlyList<PlannedDuty> duties)
    {
        Targets.Add([Targets.Count + 1L, committee.Id, Word(target.Kind), year, target.Value, target.DueOn, target.Clause]);
        // Counted before: the list grows while it is asked for the next.
        var before = Duties.Count;
        Duties.AddRange(duties.Select((duty, i) => new PlannedWork(before + i + 1, Targets.Count, committee, duty)));
    }

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
