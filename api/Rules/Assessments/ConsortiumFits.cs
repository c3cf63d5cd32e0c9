namespace SocietyParty.Rules.Assessments;

/// <summary>联合体 Consortia and their ranking by a team (004 第六条（二）).</summary>
public static class ConsortiumFits
{
    private const string Clause = "004 第六条（二）";

    public static Breach? HasBranches(int branches) => branches == 0 ? Breach.OfInput("BRANCHES_MISSING", [], "branches") : null;

    /// <summary>
    /// A branch that joins a ranked team's consortium could not be ranked any more, and its round never be issued.
    /// </summary>
    /// <param name="year">Of an open round in which the team has ranked; null where there is none.</param>
    public static Breach? MayBegin(string team, int? year) =>
        year is null ? null : new("RANKED_ALREADY.CreateConsortium", [("team", team), ("year", year)], Clause, Path: ["validFrom"]);

    /// <summary>A ranking is of consortia as they stood on the cut-off day, so nothing of that day changes behind it.</summary>
    /// <param name="year">Of a round that ranked the consortium and whose cut-off day the change is about; null: there is none.</param>
    public static Breach? NotRanked(string consortium, int? year, string field) =>
        year is null ? null : new("RANKED_ALREADY.Consortium", [("consortium", consortium), ("year", year)], Clause, Path: [field]);

    /// <summary>A branch goes on in its assessment with or without a ranking, as it stood on the cut-off day.</summary>
    /// <param name="year">Of a round in which it went on, and whose cut-off day the change is about; null: there is none.</param>
    public static Breach? NotAssessed(string branch, int? year, string field) =>
        year is null ? null : new("CONSORTIUM_ASSESSED", [("branch", branch), ("year", year)], Clause, Path: [field]);

    /// <param name="isIn">Whether the branch is in the consortium on the first day or later.</param>
    public static Breach? JoinsOnce(string branch, bool isIn, params IReadOnlyList<string> path) =>
        isIn ? Breach.OfInput("CONSORTIUM_JOINED_ALREADY", [("branch", branch)], path) : null;

    /// <param name="isIn">Whether the branch would be in the consortium on the day from which it is not.</param>
    public static Breach? Leaves(string branch, bool isIn, DateOnly day, params IReadOnlyList<string> path) =>
        isIn ? null : Breach.OfInput("NOT_IN_CONSORTIUM", [("branch", branch), ("day", day)], path);

    /// <param name="left">Branches that are in the consortium on the day.</param>
    public static Breach? LeftEmpty(string consortium, int left, DateOnly day) =>
        left > 0 ? null : new("CONSORTIUM_LEFT_EMPTY", [("consortium", consortium), ("day", day)], Clause, Severity.Warning, "branches");

    public static Breach? RoundIsOpen(bool isIssued) => isIssued ? new("WRONG_STAGE.RankConsortia", [], Clause, Path: ["round"]) : null;

    public static Breach? RanksOnce(string team, bool hasRanked) =>
        hasRanked ? new("RANKED_ALREADY.RankConsortia", [("team", team)], Clause, Path: ["supervisionTeam"]) : null;

    /// <summary>A team ranks all consortia that it supervises on the cut-off day and that have branches then.</summary>
    /// <param name="left">Names of those that the ranking leaves out.</param>
    public static IEnumerable<Breach> RanksAll(IEnumerable<string> left) =>
        left.Select(name => new Breach("RANKING_INCOMPLETE", [("consortium", name)], Clause, Path: ["consortia"]));

    /// <summary>Who is ranked has handed in its self-assessment (004 第六条（一）).</summary>
    public static Breach? IsHandedIn(string branch, bool isSubmitted) =>
        isSubmitted ? null : new("WRONG_STAGE.NotHandedIn", [("entry", branch)], StageOrder.Clause(AssessmentStage.Self), Path: ["round"]);
}
