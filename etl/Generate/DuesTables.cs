namespace SocietyParty.Etl.Generate;

/// <summary>
/// Dues of A branches, by quarters: of all members of a city over the whole history, of a nation's last two quarters in detail.
/// </summary>
internal sealed class DuesTables(GenerateOptions options, MemberTables members)
{
    private const int Months = 3;

    private static readonly DateOnly LastQuarter = new(2026, 4, 1);

    private IEnumerable<BranchMembers> Paying =>
        members.Standing.Where(branch => branch.Branch.Categories[^1].Category == "A" && members.IsDetailed(branch.Branch));

    public IEnumerable<TableRows> Tables() =>
        [
            new(
                "graph.dues_standard",
                ["id", "member_id", "monthly_amount", "valid_during"],
                Paying.SelectMany(branch => branch.Ids).Select((id, i) => (object?[])[i + 1L, id, Standard(id), Ranges.Days(null, null)])
            ),
            new(
                "graph.dues_payment",
                ["id", "member_id", "branch_id", "first_month", "month_count", "amount", "paid_on"],
                Paying.SelectMany(Payments).Select((row, i) => (object?[])[i + 1L, .. row])
            ),
        ];

    private decimal Standard(long id) => 5 + new Chance(options.Seed, Subject.Dues, id).Below(46);

    private IEnumerable<object?[]> Payments(BranchMembers branch)
    {
        var (_, since) = branch.Branch.Categories[^1];
        var begin = options.Profile == Profile.City ? GenerateOptions.First : LastQuarter.AddMonths(-Months);
        foreach (var id in branch.Ids)
        {
            var joined = members.StandingOf(id).JoinedOn;
            for (var month = begin; month <= LastQuarter; month = month.AddMonths(Months))
            {
                // One quarter in thirty was not paid.
                var chance = new Chance(options.Seed, Subject.Dues, -(id * 1000 + (month.Year - 2000) * 12 + month.Month));
                if (month < since || month < joined || chance.Percent(3))
                {
                    continue;
                }

                yield return [id, branch.Branch.Id, month, Months, Standard(id) * Months, month.AddDays(chance.Below(80))];
            }
        }
    }
}
