using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <content>Transfers: out, back, and away from a post.</content>
public sealed partial class MembershipTests
{
    [Fact]
    public async Task An_open_transfer_is_listed_for_both_ends_until_it_is_received()
    {
        var steps = new MemberSteps(city, "台账");
        var (branch, other) = (await steps.BranchAsync("甲"), await steps.BranchAsync("乙"));
        var member = await steps.MemberAsync(branch, affiliationBranch: branch);
        var transfer = MemberSteps.KeyOf(
            await city.DoneAsync(
                "requestTransfer",
                new
                {
                    member,
                    toBranch = other,
                    requestedOn = "2024-03-01",
                }
            )
        );
        async Task<string> OpenAsync(string end, string id) =>
            (
                await city.QueryAsync(
                    "query ($id: ID!) { affiliationTransfers(where: { state: { eq: REQUESTED }, "
                        + $"{end}: {{ id: {{ eq: $id }} }} }}, order: [{{ requestedOn: DESC }}]) "
                        + "{ nodes { id } groups(by: [STATE]) { nodes { count } } } }",
                    new { id }
                )
            )
                .GetProperty("affiliationTransfers")
                .ToString();
        var listed = $$$"""{"nodes":[{"id":"{{{transfer}}}"}],"groups":{"nodes":[{"count":1}]}}""";
        (await OpenAsync("fromBranch", branch)).ShouldBe(listed);
        (await OpenAsync("toBranch", other)).ShouldBe(listed);
        (await OpenAsync("toBranch", branch)).ShouldBe("""{"nodes":[],"groups":{"nodes":[]}}""");
        await city.DoneAsync("completeTransfer", new { transfer, completedOn = "2024-03-02" });
        (await OpenAsync("fromBranch", branch)).ShouldBe("""{"nodes":[],"groups":{"nodes":[]}}""");
    }

    [Fact]
    public async Task A_transfer_to_a_place_outside_ends_it_here_and_one_to_a_branch_brings_it_back()
    {
        var steps = new MemberSteps(city, "转出");
        var (branch, other) = (await steps.BranchAsync("甲"), await steps.BranchAsync("乙"));
        var person = await steps.PersonAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch, person: person);
        await AppointAsync(person, branch, "2021-01-01");
        var gone = await CompleteAsync(member, "2024-03-01", new { toPlace = "合成某处" });
        Codes(gone, "warnings").ShouldBe(["MEMBERSHIP_ENDED_BY_TRANSFER 002 §5", "POST_ENDED 002 §3"]);
        gone.GetProperty("affiliationTransfer")
            .ToString()
            .ShouldBe(
                """{"state":"COMPLETED","member":{"end":{"reason":"MOVED_AWAY","endedOn":"2024-03-01"},"affiliation":{"place":"合成某处","validTo":null}}}"""
            );
        (await AsOfAsync(branch, "2024-02-29", "2024-03-01")).ShouldBe([1, 0]);
        foreach (
            var (name, input) in new (string, object)[]
            {
                ("convertMember", new { member, convertedOn = "2024-03-01" }),
                (
                    "requestTransfer",
                    new
                    {
                        member,
                        toPlace = "合成他处",
                        requestedOn = "2024-04-01",
                    }
                ),
                (
                    "joinOrganizationLife",
                    new
                    {
                        member,
                        branch = other,
                        validFrom = "2024-04-01",
                    }
                ),
                (
                    "setDuesStandard",
                    new
                    {
                        member,
                        monthlyAmount = 30,
                        validFrom = "2024-04-01",
                    }
                ),
                (
                    "registerApplicant",
                    new
                    {
                        person,
                        branch,
                        cultivatedSince = "2024-04-01",
                    }
                ),
            }
        )
        {
            (await city.RefusedAsync(name, input)).ShouldContain(
                error => error.StartsWith("MEMBERSHIP_ENDED", StringComparison.Ordinal) || error == "PERSON_WAS_MEMBER",
                name
            );
        }

        // Back in another branch, then in the same once more.
        await CompleteAsync(member, "2024-06-01", new { toBranch = other });
        (await AsOfAsync(branch, "2024-02-29", "2024-03-01", "2024-06-01")).ShouldBe([1, 0, 0]);
        (await AsOfAsync(other, "2024-05-31", "2024-06-01")).ShouldBe([0, 1]);
        await CompleteAsync(member, "2024-07-01", new { toPlace = "合成某处" });
        await CompleteAsync(member, "2024-08-01", new { toBranch = other });
        (await AsOfAsync(other, "2024-05-31", "2024-06-01", "2024-07-01", "2024-07-31", "2024-08-01")).ShouldBe([0, 1, 0, 0, 1]);
        (await city.DoneAsync("endMembership", End(member, "2024-09-01", "MOVED_AWAY"), "affiliation { branch { id } }"))
            .ToString()
            .ShouldBe("""{"affiliation":null}""");
    }

    [Fact]
    public async Task Whoever_stays_in_a_functional_branch_is_counted_there()
    {
        var steps = new MemberSteps(city, "留下");
        var branch = await steps.BranchAsync();
        var person = await steps.PersonAsync();
        var member = await steps.MemberAsync(branch, affiliationBranch: branch, person: person);
        await AppointAsync(person, branch, "2021-01-01");
        var stays = await CompleteAsync(member, "2024-03-01", new { toUnit = await steps.UnitAsync() }, stays: true);
        Codes(stays, "warnings").ShouldBeEmpty();
        (await AsOfAsync(branch, "2024-02-29", "2024-03-01")).ShouldBe([1, 1]);
        (await city.QueryAsync("query($branch: ID!) { branch(id: $branch) { secretary { post } } }", new { branch }))
            .ToString()
            .ShouldBe("""{"branch":{"secretary":{"post":"BRANCH_SECRETARY"}}}""");
    }

    [Fact]
    public async Task A_secretary_who_is_transferred_leaves_the_post_vacant_and_the_society_less_covered()
    {
        var steps = new MemberSteps(city, "书记");
        var society = await steps.SocietyAsync();
        var (branch, other) = (await steps.BranchAsync(society: society), await steps.BranchAsync("他"));
        var (person, sent) = (await steps.PersonAsync(), await steps.PersonAsync());
        var member = await steps.MemberAsync(branch, person: person);
        await AppointAsync(person, branch, "2021-01-01");
        (await StrongAsync(society)).ShouldBe("{[2021-01-01,)}");
        Codes(await CompleteAsync(member, "2024-03-01", new { toBranch = other }), "warnings").ShouldBe(["POST_ENDED 002 §3"]);
        (await StrongAsync(society)).ShouldBe("{[2021-01-01,2024-03-01)}");

        // Whoever was sent from above stays, wherever else the affiliation goes.
        var guest = await steps.MemberAsync(other, person: sent);
        await city.DoneAsync(
            "appoint",
            new
            {
                person = sent,
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2024-04-01",
                sentFromAbove = true,
            }
        );
        Codes(await CompleteAsync(guest, "2024-05-01", new { toBranch = await steps.BranchAsync("三") }), "warnings").ShouldBeEmpty();
        (await StrongAsync(society)).ShouldBe("{[2021-01-01,2024-03-01),[2024-04-01,)}");
        await city.DoneAsync("endMembership", End(guest, "2024-06-01", "UNFIT"));
        (await StrongAsync(society)).ShouldBe("{[2021-01-01,2024-03-01),[2024-04-01,2024-06-01)}");
    }

    [Fact]
    public async Task Whoever_is_no_member_any_more_on_the_day_takes_no_seat()
    {
        var council = await Council.NewAsync(city, members: 5);
        Task EndAsync(int place, string endedOn) =>
            city.ExecuteAsync(
                "INSERT INTO graph.ended_membership (member_id, reason, ended_on) SELECT id, 'LEFT', @endedOn::date FROM graph.member "
                    + "WHERE person_id = @person",
                new { person = council.Members[place], endedOn }
            );
        await EndAsync(3, "2024-02-10");
        await EndAsync(4, "2024-02-11");
        (await city.RefusedAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 3)))).ShouldBe([
            "SEAT_HOLDER_NOT_IN_PARTY 003 第五条, 003 第十五条",
        ]);
        await city.DoneAsync("submitLeadingGroup", council.Submission(council.Seats(0, 1, 4)));
        Task<int> OutsidersAsync() =>
            city.ScalarAsync<int>(
                "SELECT f.outsider_count FROM graph.leading_group_composition_facts f "
                    + "JOIN graph.leading_group g ON g.id = f.leading_group_id WHERE g.council_term_id = @Term",
                new { council.Term }
            );
        (await OutsidersAsync()).ShouldBe(0);
        await EndAsync(1, "2024-02-10");
        (await OutsidersAsync()).ShouldBe(1);
    }

    /// <summary>Requests and completes a transfer on one day.</summary>
    private async Task<JsonElement> CompleteAsync(string member, string day, object place, bool stays = false)
    {
        var request = JsonSerializer.SerializeToNode(place)!;
        (request["member"], request["requestedOn"]) = (member, day);
        var transfer = MemberSteps.KeyOf(await city.DoneAsync("requestTransfer", request));
        var payload = await city.ChangeAsync(
            "completeTransfer",
            new
            {
                transfer,
                completedOn = day,
                staysInBranch = stays,
            },
            "state member { end { reason endedOn } affiliation { place validTo } }"
        );
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.GetProperty("errors").ToString());
        return payload;
    }
}
