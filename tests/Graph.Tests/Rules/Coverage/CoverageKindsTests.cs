using SocietyParty.Rules.Coverage;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

/// <summary>
/// What covers a society, by the rules of three cities. The same rows are asked of the database in <c>CoverageInSqlTests</c>.
/// </summary>
public sealed class CoverageKindsTests
{
    /// <summary>
    /// Rule set; organizations as form, status and flags (S secretary, A activities, F failed); instructor, leading group, full members;
    /// then nominal, worked, strong, effective, should build; the clause.
    /// </summary>
    public static readonly TheoryData<string, string, string, string, string> Cases = new()
    {
        { "default", "", "--0", "-----", "002 §2: nothing is there" },
        { "default", "BRANCH ESTABLISHED SA", "--9", "NWSEB", "000 §一, 001 §6" },
        { "default", "BRANCH ESTABLISHED A", "--2", "NW-E-", "001 §6: nobody carries its work" },
        { "default", "BRANCH ESTABLISHED A", "I-3", "NWSEB", "001 §6: an instructor does; 001 §5: three full members" },
        { "default", "BRANCH ESTABLISHED SAF", "--0", "NWS--", "000 §一: the last assessment failed" },
        { "default", "BRANCH ESTABLISHED S", "--0", "NWS--", "000 §一: too few activities" },
        { "default", "BRANCH PROPOSED SA", "--3", "----B", "001 §5: proposed is not built yet" },
        { "default", "BRANCH DISSOLVED SA", "--0", "-----", "002 §3" },
        { "default", "", "I-0", "-W---", "001 §7, 002 §8: an instructor is work, no organization" },
        { "default", "WORK_GROUP ESTABLISHED SA", "--0", "NWSE-", "002 §3: a work group is an organization" },
        { "chongqing-2022", "WORK_GROUP ESTABLISHED SA", "--0", "-----", "001 §7 does not name it" },
        { "pingdingshan-2019", "WORK_GROUP ESTABLISHED SA", "--0", "NWSE-", "002 §3" },
        { "default", "", "-G0", "-W---", "003 第二条: a leading group is a working body" },
        { "chongqing-2022", "", "-G0", "-----", "001 §7 does not name it" },
        { "default", "BRANCH ESTABLISHED SAF;JOINT_BRANCH ESTABLISHED A", "--0", "NWSE-", "I08: one of several is enough" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Kinds_follow_from_the_facts(string ruleSet, string organizations, string rest, string expected, string clause)
    {
        var facts = new CoverageFacts(
            [.. organizations.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Parsed)],
            rest[0] == 'I',
            rest[1] == 'G',
            rest[2] - '0'
        );
        var kinds = CoverageKinds.Of(facts, RuleFiles.Of<CoverageRules>(ruleSet));
        Shown(kinds.IsNominal, kinds.IsWorked, kinds.IsStrong, kinds.IsEffective, kinds.ShouldBuild).ShouldBe(expected, clause);
    }

    internal static string Shown(bool nominal, bool worked, bool strong, bool effective, bool shouldBuild) =>
        $"{(nominal ? 'N' : '-')}{(worked ? 'W' : '-')}{(strong ? 'S' : '-')}{(effective ? 'E' : '-')}{(shouldBuild ? 'B' : '-')}";

    internal static OrganizationFacts Parsed(string text)
    {
        var words = text.Split(' ');
        var flags = words.Length > 2 ? words[2] : "";
        return new(words[0], words[1], flags.Contains('S'), flags.Contains('A'), flags.Contains('F'));
    }
}
