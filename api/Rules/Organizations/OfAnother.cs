namespace SocietyParty.Rules.Organizations;

/// <summary>What a change brings together belongs together: to one committee, one society or one branch.</summary>
public static class OfAnother
{
    public static Breach? Team(string team, bool isOfCommittee, string clause) =>
        isOfCommittee ? null : new("OF_ANOTHER_COMMITTEE.Team", [("team", team)], clause, Path: ["supervisionTeam"]);

    public static Breach? Branch(string branch, bool isOfCommittee, string clause, params IReadOnlyList<string> path) =>
        isOfCommittee ? null : new("OF_ANOTHER_COMMITTEE.Branch", [("branch", branch)], clause, Path: path);

    public static Breach? Society(string society, bool isOfCommittee, params IReadOnlyList<string> path) =>
        isOfCommittee ? null : Rules.Breach.OfInput("SOCIETY_OF_ANOTHER_COMMITTEE", [("society", society)], path);

    public static Breach? BranchOfSociety(string branch, string society, bool isOfSociety) =>
        isOfSociety ? null : Rules.Breach.OfInput("BRANCH_OF_ANOTHER_SOCIETY", [("branch", branch), ("society", society)], "branch");

    public static Breach? Consortium(string consortium, bool isOfTeam, string clause, params IReadOnlyList<string> path) =>
        isOfTeam ? null : new("CONSORTIUM_OF_ANOTHER_TEAM", [("consortium", consortium)], clause, Path: path);

    /// <summary>Who attends belongs to the branch or takes part in its life.</summary>
    public static Breach? Member(bool isOfBranch, string clause, params IReadOnlyList<string> path) =>
        isOfBranch ? null : new("MEMBER_OF_ANOTHER_BRANCH", [], clause, Path: path);
}
