namespace SocietyParty.Scenarios;

/// <summary>
/// The year 2027 of the synthetic city, played through GraphQL alone: a society is founded, its branch established and brought from C over
/// B to A, its leading group meets, all branches of the committee are assessed, a result is corrected, a problem is rectified, and in the
/// end the past is asked for. Acts are played once, in this order, whichever test asks first; each says which ones it builds on.
/// </summary>
public sealed partial class Year : IAsyncLifetime
{
    private readonly City city = new();
    private readonly Acts acts;
    private string committee = "";
    private string society = "";
    private string unit = "";
    private string branch = "";
    private string term = "";
    private readonly List<string> people = [];
    private readonly List<string> members = [];

    public Year() =>
        acts = new Acts
        {
            { "A society is founded", SocietyIsFoundedAsync },
            { "Its branch is established", BranchIsEstablishedAsync, "A society is founded" },
            { "People come", PeopleComeAsync, "Its branch is established" },
            { "Category C is approved", CategoryCIsApprovedAsync, "People come" },
            { "Category B is approved", CategoryBIsApprovedAsync, "Category C is approved" },
            { "Category A is approved", CategoryAIsApprovedAsync, "Category B is approved" },
            { "Members grow", MembersGrowAsync, "Category A is approved" },
            { "Coverage is kept", CoverageIsKeptAsync, "Its branch is established" },
            { "The leading group works", LeadingGroupWorksAsync, "People come" },
            { "Activities are held", ActivitiesAreHeldAsync, "Category A is approved" },
            { "Work points are done", WorkPointsAreDoneAsync, "People come" },
            { "Branches are assessed", BranchesAreAssessedAsync, "Activities are held" },
            { "Results are issued", ResultsAreIssuedAsync, "Branches are assessed" },
            { "A result is corrected", ResultIsCorrectedAsync, "Results are issued" },
            { "The past is as it was", ThePastIsAsItWasAsync, "Category A is approved", "Work points are done" },
        };

    public static IEnumerable<string> Names => new Year().acts.Names;

    public Task PlayAsync(string act) => acts.PlayAsync(act);

    public Task InitializeAsync() => city.InitializeAsync();

    public Task DisposeAsync() => city.DisposeAsync();
}
