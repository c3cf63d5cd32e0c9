namespace SocietyParty.Scenarios;

/// <summary>
/// The year 2027 of the synthetic city, played through GraphQL alone: a society is founded, its branch established and brought from C over
/// B to A, its leading group meets, all branches of the committee are assessed, a result is corrected, a problem is rectified, and in the
/// end the past is asked for. Each act is a file of its own and goes on where the one before it ended.
/// </summary>
public sealed partial class YearOfTheCity(City city) : IClassFixture<City>
{
    private string committee = "";
    private string society = "";
    private string unit = "";
    private string branch = "";
    private string term = "";
    private readonly List<string> people = [];
    private readonly List<string> members = [];

    [Fact]
    public async Task A_whole_year()
    {
        await SocietyIsFoundedAsync();
        await BranchIsEstablishedAsync();
        await PeopleComeAsync();
        await CategoryCIsApprovedAsync();
        await CategoryBIsApprovedAsync();
        await CategoryAIsApprovedAsync();
        await MembersGrowAsync();
        await CoverageIsKeptAsync();
        await LeadingGroupWorksAsync();
        await ActivitiesAreHeldAsync();
        await WorkPointsAreDoneAsync();
        await BranchesAreAssessedAsync();
        await ResultsAreIssuedAsync();
        await ResultIsCorrectedAsync();
        await ThePastIsAsItWasAsync();
    }
}
