using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

public sealed partial class SheetMutationTests
{
    [Fact]
    public async Task A_secretary_who_leads_no_society_is_entered_with_a_notice()
    {
        var steps = new MemberSteps(city, "表记");
        var society = await steps.SocietyAsync();
        var branch = await steps.BranchAsync(society: society);
        var (chair, other) = (await steps.PersonAsync(), await steps.PersonAsync());
        await steps.MemberAsync(branch, person: chair);
        var reference = await RefAsync(await steps.MemberAsync(branch, person: other));
        var term = new
        {
            society,
            startedOn = "2022-01-01",
            endsOn = "2099-01-01",
        };
        var post = new
        {
            person = chair,
            post = "COUNCIL_CHAIR",
            councilTerm = MemberSteps.KeyOf(await city.DoneAsync("startCouncilTerm", term)),
            validFrom = "2022-01-01",
        };
        await city.DoneAsync("appoint", post);
        var sheet = await ImportAsync("appointments", $"{Posts}{reference},,支部书记,合成表记党支部,2023-06-01,,\n", isDryRun: false);
        sheet.Problems.ShouldBeEmpty();
        (sheet.InsertedCount, sheet.Discrepancies.ShouldHaveSingleItem().Code).ShouldBe((1, "SECRETARY_LEADS_NO_SOCIETY"));
    }
}
