namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Collects problems: the first ones to show, the rest as a number.</summary>
internal sealed class SheetProblemList(SheetLimits limits)
{
    private readonly List<ImportProblem> problems = [];

    public int Count { get; private set; }

    public bool Has(string code) => problems.Any(problem => problem.Code == code);

    public void Add(ImportProblem problem)
    {
        Count++;
        // More than are shown, so that those of a later stage can be put into order with them.
        if (problems.Count <= limits.ProblemsMax * 2)
        {
            problems.Add(problem);
        }
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ImportProblem> ToReport()
    {
        var shown = problems
            .OrderBy(problem => problem.Sheet, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line ?? 0)
            .ThenBy(problem => problem.Column ?? 0)
            .Take(limits.ProblemsMax)
            .ToList();
        return Count <= shown.Count ? shown : [.. shown, SheetProblems.MoreProblems(Count - shown.Count)];
    }
}
