using SocietyParty.Rules.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>002 §3: 有条件的学会办事机构和分支机构可设立党的基层组织，归学会党组织领导. A row a case.</summary>
public sealed class BranchBodyFitsTests
{
    [Theory]
    [InlineData(BranchBody.Society, false, false, "")]
    [InlineData(BranchBody.Society, true, true, "BODY_NAME_UNEXPECTED input @bodyName")]
    [InlineData(BranchBody.Office, true, true, "")]
    [InlineData(BranchBody.Office, false, true, "BODY_NAME_MISSING input @bodyName")]
    [InlineData(BranchBody.SubSociety, true, false, "SOCIETY_WITHOUT_BRANCH 002 §3 told @body")]
    [InlineData(BranchBody.SubSociety, false, false, "BODY_NAME_MISSING input @bodyName; SOCIETY_WITHOUT_BRANCH 002 §3 told @body")]
    public void An_office_or_sub_society_is_named_and_led(BranchBody body, bool isNamed, bool hasOwn, string expected)
    {
        var breaches = BranchBodyFits.Check(body, isNamed, hasOwn, "合成学会").ToList();
        Of(breaches).ShouldBe(expected);
        Answers.ShouldBe([.. breaches.Select(breach => ((SocietyParty.Rules.Breach?)breach, Of(breach)))]);
    }
}
