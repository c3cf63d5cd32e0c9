namespace SocietyParty.Etl.Generate;

/// <summary>
/// Applicants: those whom branches cultivate, those who gave up, and the probationary members of A branches, who were applicants once.
/// </summary>
internal sealed class ApplicantTables
{
    private readonly List<object?[]> rows = [];

    public ApplicantTables(GenerateOptions options, MemberTables members, Newcomers newcomers)
    {
        foreach (var branch in members.Standing.Where(branch => members.IsDetailed(branch.Branch)))
        {
            var (category, since) = branch.Branch.Categories[^1];
            if (category == "UNCLASSIFIED")
            {
                continue;
            }

            var chance = new Chance(options.Seed, Subject.Applicant, branch.Branch.Id);
            var first = since > new DateOnly(2024, 1, 1) ? since.Value : new DateOnly(2024, 1, 1);
            for (var i = chance.Below(3); i > 0; i--)
            {
                var from = chance.Day(first, new(2025, 12, 31));
                DateOnly? closed = chance.Percent(15) ? chance.Day(from, GenerateOptions.Last) : null;
                rows.Add([newcomers.Next(), branch.Branch.Id, from, closed is null ? "CULTIVATED" : "ENDED", closed, null]);
            }

            if (category == "A")
            {
                rows.AddRange(Developed(members, branch));
            }
        }
    }

    public TableRows Table =>
        new(
            "graph.applicant",
            ["id", "person_id", "branch_id", "cultivated_since", "state", "closed_on", "member_id"],
            rows.Select((row, i) => (object?[])[i + 1L, .. row])
        );

    private static IEnumerable<object?[]> Developed(MemberTables members, BranchMembers branch)
    {
        foreach (var id in branch.Ids)
        {
            if (members.StandingOf(id) is (false, { } joined))
            {
                yield return [id, branch.Branch.Id, joined.AddYears(-2), "DEVELOPED", joined, id];
            }
        }
    }
}
