namespace SocietyParty.Etl.Generate;

/// <summary>
/// What members were before, and what they are besides: earlier affiliations and statuses, transfers, further organizational lives,
/// employments.
/// </summary>
internal sealed class MemberHistoryTables(GenerateOptions options, MemberTables members, IReadOnlyList<Branch> branches)
{
    private IEnumerable<BranchMembers> Detailed => members.Standing.Where(branch => members.IsDetailed(branch.Branch));

    public IEnumerable<TableRows> Tables() =>
        [
            Keyed(
                "graph.affiliation_past",
                ["member_id", "branch_id", "supporting_unit_id", "place", "valid_during"],
                Transferred()
                    .Select(one => (object?[])[one.Id, one.From.BranchId, one.From.UnitId, one.From.Name, Ranges.Days(null, one.Day)])
            ),
            Keyed(
                "graph.member_status_past",
                ["member_id", "status", "valid_during"],
                Detailed.SelectMany(branch => branch.Ids).SelectMany(Probation)
            ),
            Keyed(
                "graph.affiliation_transfer",
                [
                    "member_id",
                    "from_branch_id",
                    "from_unit_id",
                    "from_place",
                    "to_branch_id",
                    "to_unit_id",
                    "to_place",
                    "state",
                    "requested_on",
                    "closed_on",
                    "reason",
                ],
                Transferred().Select(Completed).Concat(Requested())
            ),
            Keyed("graph.organization_life", ["member_id", "branch_id", "valid_during"], Detailed.SelectMany(Lives)),
            Keyed(
                "graph.employment",
                ["person_id", "supporting_unit_id", "valid_during"],
                members.Standing.Where(branch => members.IsEmployed(branch.Branch)).SelectMany(Employed)
            ),
        ];

    private static TableRows Keyed(string table, string[] columns, IEnumerable<object?[]> rows) =>
        new(table, ["id", .. columns], rows.Select((row, i) => (object?[])[i + 1L, .. row]));

    /// <summary>Members whose affiliation came to their branch when it became an A.</summary>
    private IEnumerable<(long Id, Place From, long Branch, DateOnly Day)> Transferred()
    {
        foreach (var branch in Detailed)
        {
            if (branch.Branch.Categories is not [.., var before, { Category: "A", From: { } day }])
            {
                continue;
            }

            foreach (var id in branch.Ids)
            {
                var (place, since) = members.AffiliationOf(branch, id);
                if (place.BranchId is null || since != day)
                {
                    continue;
                }

                yield return (
                    id,
                    before.Category == "B" ? new Place(null, SocietyTables.UnitOf(options, branch.Branch.Lead), null) : Elsewhere(id),
                    branch.Branch.Id,
                    day
                );
            }
        }
    }

    private static Place Elsewhere(long id) => new(null, null, MemberTables.PlaceName(id));

    private object?[] Completed((long Id, Place From, long Branch, DateOnly Day) one)
    {
        var chance = new Chance(options.Seed, Subject.Affiliation, one.Id);
        return
        [
            one.Id,
            one.From.BranchId,
            one.From.UnitId,
            one.From.Name,
            one.Branch,
            null,
            null,
            "COMPLETED",
            one.Day.AddDays(-chance.Below(60)),
            one.Day,
            "合成-转为A类",
        ];
    }

    // A few members of functional branches have asked to come over.
    private IEnumerable<object?[]> Requested() =>
        from branch in Detailed
        where branch.Branch.Categories[^1].Category == "C"
        from id in branch.Ids
        let chance = new Chance(options.Seed, Subject.Affiliation, id)
        where chance.Percent(1)
        let place = members.AffiliationOf(branch, id).Place
        where place.Name is not null
        select (object?[])
            [
                id,
                null,
                null,
                place.Name,
                branch.Branch.Id,
                null,
                null,
                "REQUESTED",
                GenerateOptions.Last.AddDays(-(int)(id % 40)),
                null,
                null,
            ];

    private IEnumerable<object?[]> Probation(long id)
    {
        if (members.StandingOf(id) is (true, { } joined) && members.StatusSince(id) is { } full)
        {
            yield return [id, "PROBATIONARY", Ranges.Days(joined, full)];
        }
    }

    // 002 §5: one affiliation, several organizational lives.
    private IEnumerable<object?[]> Lives(BranchMembers branch)
    {
        var other = branches[(int)(branch.Branch.Id % branches.Count)];
        if (other.Status != "ESTABLISHED" || other.Id == branch.Branch.Id || other.Lead.Committee != branch.Branch.Lead.Committee)
        {
            yield break;
        }

        foreach (var id in branch.Ids)
        {
            var chance = new Chance(options.Seed, Subject.Affiliation, -id);
            if (!chance.Percent(3))
            {
                continue;
            }

            var from = chance.Day(GenerateOptions.First, new(2025, 6, 30));
            yield return [id, other.Id, Ranges.Days(from, chance.Percent(30) ? chance.Day(from.AddDays(30), GenerateOptions.Last) : null)];
        }
    }

    private IEnumerable<object?[]> Employed(BranchMembers branch) =>
        branch.Ids.Select(id => (object?[])[id, SocietyTables.UnitOf(options, branch.Branch.Lead), Ranges.Days(null, null)]);
}
