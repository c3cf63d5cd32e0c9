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

    public static Breach? RoundIsOpen(bool isIssued) => isIssued ? new("WRONG_STAGE.RankConsortia", [], Clause, Path: ["round"]) : null;

    public static Breach? RanksOnce(string team, bool hasRanked) =>
        hasRanked ? new("RANKED_ALREADY.RankConsortia", [("team", team)], Clause, Path: ["supervisionTeam"]) : null;

    /// <summary>A team ranks all its consortia.</summary>
    /// <param name="left">Names of those that the ranking leaves out.</param>
    public static IEnumerable<Breach> RanksAll(IEnumerable<string> left) =>
        left.Select(name => new Breach("RANKING_INCOMPLETE", [("consortium", name)], Clause, Path: ["consortia"]));

    /// <summary>Who is ranked has handed in its self-assessment (004 第六条（一）).</summary>
    public static Breach? IsHandedIn(string branch, bool isSubmitted) =>
        isSubmitted ? null : new("WRONG_STAGE.NotHandedIn", [("entry", branch)], StageOrder.Clause(AssessmentStage.Self), Path: ["round"]);
}
