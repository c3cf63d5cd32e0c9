namespace SocietyParty.Etl.Generate;

/// <summary>Issued results of every branch that stood at the end of the year, with the scores of all items.</summary>
internal sealed class AssessmentTables(AssessedBranches assessed)
{
    private const int TenthsMax = 160;

    // Five million rows share these instead of boxing a number each.
    private static readonly object[] Tenths =
    [
        .. Enumerable.Range(0, TenthsMax + 1).Select(tenths => (object)new decimal(tenths, 0, 0, false, 1)),
    ];
    private static readonly SchemeItem[] Items = [.. AssessmentScheme.Items];
    private static readonly object[] Maxima = [.. Items.Select(item => (object)(decimal)item.Maximum)];

    public IEnumerable<TableRows> Tables()
    {
        yield return new(
            "graph.assessment",
            ["id", "branch_id", "year", "fixed_score", "bonus_score", "grade", "grade_basis", "entry_id", "issued_on"],
            Rows()
        );
        yield return new(
            "graph.assessment_item_score",
            ["assessment_id", "item_code", "section", "maximum", "score"],
            assessed.All().SelectMany(ItemRows)
        );
    }

    private IEnumerable<object?[]> Rows()
    {
        var entry = 0L;
        foreach (var one in assessed.All())
        {
            object? entryId = assessed.IsRun(one.Year) ? ++entry : null;
            yield return
            [
                one.Id,
                one.Branch.Id,
                one.Year,
                one.FixedScore,
                one.BonusScore,
                one.Grade,
                one.FailRule is null ? "BAND" : "FAIL",
                entryId,
                RoundTables.IssuedOn(one.Year),
            ];
        }
    }

    private static IEnumerable<object?[]> ItemRows(Assessed one)
    {
        object id = one.Id;
        for (var i = 0; i < Items.Length; i++)
        {
            yield return [id, Items[i].Code, Items[i].Section, Maxima[i], Tenths[one.Tenths[i]]];
        }
    }
}
