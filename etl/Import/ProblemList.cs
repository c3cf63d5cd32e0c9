namespace SocietyParty.Etl.Import;

/// <summary>Collects problems up to a limit, so that a wrong file of 200,000 lines does not make a report of 200,000 lines.</summary>
internal sealed class ProblemList(ImportLimits limits)
{
    private readonly List<ImportProblem> problems = [];

    public IReadOnlyList<ImportProblem> Items => problems;

    public bool Any => problems.Count > 0;

    public void Add(ImportProblem problem)
    {
        if (problems.Count < limits.ProblemsMax)
        {
            problems.Add(problem);
        }
        else if (problems.Count == limits.ProblemsMax)
        {
            problems.Add(Problems.TooManyProblems(limits.ProblemsMax));
        }
    }
}
