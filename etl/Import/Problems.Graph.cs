using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import;

/// <content>What contradicts that which the graph already holds.</content>
public static partial class Problems
{
    public static ImportProblem RegionUnknown(string code) => new("SP-IMPORT-050", [("code", code)]);

    public static ImportProblem DocumentDiffers(string key, string known, string given) =>
        new("SP-IMPORT-051", [("what", HeaderKeys.Meaning(key)), ("known", known), ("given", given)]);

    public static ImportProblem StatusTooEarly(string name, string date, string known) =>
        new(StandingBranch.StatusTooEarly(name, date, known));

    public static ImportProblem AliasAmbiguous(string society) => new("SP-IMPORT-056", [("society", society)]);

    public static ImportProblem SameBranch(string name, int firstLine) => new("SP-IMPORT-057", [("name", name), ("firstLine", firstLine)]);

    public static ImportProblem SameDayDiffers(string name, string before, string after, string date) =>
        new("SP-IMPORT-058", [("name", name), ("after", after), ("before", before), ("date", date)]);

    public static ImportProblem OtherCommittee(string committee) => new("SP-IMPORT-059", [("committee", committee)]);

    public static ImportProblem Busy(int seconds) => new("SP-IMPORT-060", [("seconds", seconds)]);
}
