using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Service.Mutations.Members;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>Posts and forms that the rules of a made-up prefecture name; the prefecture is a file and nothing else.</summary>
public sealed class OwnNameTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Folder = Path.Combine(Golden.ProjectFolder(), "Rules", "Cities");

    private async Task<string> CommitteeAsync(string name)
    {
        (await RuleSetLoader.LoadAsync(city.Database, RuleFolder.Files(Folder))).Problems.ShouldBeEmpty();
        return MemberSteps.KeyOf(await city.DoneAsync("foundCommittee", new { name = $"合成{name}党委", region = "341500" }));
    }

    private async Task<string> SocietyAsync(string name, string committee) =>
        MemberSteps.KeyOf(await city.DoneAsync("foundSociety", new { name = $"合成{name}学会", committee }));

    private static object Proposed(string name, string? form, string? formCode, params string[] societies) =>
        new
        {
            name = $"合成{name}",
            form,
            formCode,
            societies,
            proposedOn = "2025-03-01",
        };

    [Fact]
    public async Task A_form_of_the_citys_own_does_what_the_one_does_that_it_stands_for()
    {
        var committee = await CommitteeAsync("形式");
        var (one, other) = (await SocietyAsync("形式一", committee), await SocietyAsync("形式二", committee));
        const string shown = "id form formCode formName";
        var mobile = await city.DoneAsync("proposeBranch", Proposed("流动党支部", null, "MOBILE_BRANCH", one), shown);
        mobile.ToString().ShouldEndWith(""""form":"BRANCH","formCode":"MOBILE_BRANCH","formName":"Mobile branch"}"""");
        // It is another form than the one that it stands for, but no second one of its own.
        (await city.DoneAsync("proposeBranch", Proposed("党支部", "BRANCH", null, one), shown))
            .ToString()
            .ShouldEndWith(""""form":"BRANCH","formCode":null,"formName":null}"""");
        (await city.RefusedAsync("proposeBranch", Proposed("另一流动党支部", null, "MOBILE_BRANCH", one))).ShouldBe(["SOCIETY_HAS_BRANCH"]);
        // A joint one has several societies, whatever it is called.
        (await city.RefusedAsync("proposeBranch", Proposed("产业链党支部", null, "CHAIN_BRANCH", one))).ShouldBe([
            "JOINT_BRANCH_SOCIETIES",
        ]);
        await city.DoneAsync("proposeBranch", Proposed("产业链党支部", null, "CHAIN_BRANCH", one, other));
        // None stands for a work group here, so both count as organizations.
        await city.DoneAsync("establishBranch", new { branch = MemberSteps.KeyOf(mobile), establishedOn = "2025-04-01" });
        (await city.QueryAsync($$"""{ society(id: "{{one}}") { coverage { isNominal } } }"""))
            .ToString()
            .ShouldBe("""{"society":{"coverage":{"isNominal":true}}}""");
    }

    [Theory]
    [InlineData("BRANCH", "MOBILE_BRANCH", "FORM_NOT_ONE 002 §3")]
    [InlineData(null, null, "FORM_MISSING")]
    [InlineData(null, "CLUB", "FORM_UNKNOWN 002 §3")]
    // Another city's rules have none.
    [InlineData(null, "MOBILE_BRANCH", "FORM_UNKNOWN 002 §3", "other")]
    public async Task A_form_is_one_of_the_rules(string? form, string? formCode, string expected, string of = "own")
    {
        var committee = of == "own" ? await CommitteeAsync($"拒{form}{formCode}") : MutationFixture.Id("Committee", 1);
        var society = await SocietyAsync($"拒{form}{formCode}{of}", committee);
        var name = $"拒{form}{formCode}{of}" + (expected == "FORM_MISSING" ? "小组" : "党支部");
        (await city.RefusedAsync("proposeBranch", Proposed(name, form, formCode, society))).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("流动党支部", "BRANCH", "MOBILE_BRANCH")]
    [InlineData("第一党支部", "BRANCH", null)]
    [InlineData("功能型特设党支部", "FUNCTIONAL_BRANCH", null)]
    public async Task A_form_that_the_name_says_need_not_be_given_as_in_a_sheet(string ending, string form, string? formCode)
    {
        var committee = await CommitteeAsync($"名称{ending}");
        var society = await SocietyAsync($"名称{ending}", committee);
        var made = (await city.DoneAsync("proposeBranch", Proposed($"名称{ending}", null, null, society), "form formCode")).ToString();
        made.ShouldContain($"\"form\":\"{form}\"");
        made.ShouldContain(formCode is null ? "\"formCode\":null" : $"\"formCode\":\"{formCode}\"");
    }

    [Fact]
    public async Task Posts_of_the_citys_own_are_held_as_those_that_they_stand_for()
    {
        var committee = await CommitteeAsync("职务");
        var society = await SocietyAsync("职务", committee);
        var branch = MemberSteps.KeyOf(await city.DoneAsync("proposeBranch", Proposed("职务党支部", "BRANCH", null, society)));
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2025-04-01" });
        var steps = new MemberSteps(city, "自设职务");
        var (person, other) = (await steps.PersonAsync(), await steps.PersonAsync());
        await steps.MemberAsync(branch, person: person);
        object Held(string who, string? postCode, string? post = null, bool isOfSociety = false) =>
            new
            {
                person = who,
                post,
                postCode,
                branch = isOfSociety ? null : branch,
                society = isOfSociety ? society : null,
                validFrom = "2025-05-01",
            };
        const string shown = "post postCode postName";
        (await city.DoneAsync("appoint", Held(person, "ORGANIZATION_MEMBER"), shown))
            .ToString()
            .ShouldBe("""{"post":"BRANCH_COMMITTEE_MEMBER","postCode":"ORGANIZATION_MEMBER","postName":"Member for organization"}""");
        // Two posts that stand for one are two; one of them twice is not.
        await city.DoneAsync("appoint", Held(person, "PUBLICITY_MEMBER"));
        (await city.RefusedAsync("appoint", Held(person, "PUBLICITY_MEMBER"))).ShouldBe(["POST_HELD_ALREADY"]);
        // Who holds it, where, and how many, follows from the usual one.
        (await city.RefusedAsync("appoint", Held(other, "ORGANIZATION_MEMBER"))).ShouldBe(["POST_NEEDS_PARTY_MEMBER 002 §3"]);
        (await city.RefusedAsync("appoint", Held(person, "ORGANIZATION_MEMBER", isOfSociety: true))).ShouldBe(["POST_PLACE"]);
        await city.DoneAsync("appoint", Held(other, "PARTY_ASSISTANT", isOfSociety: true));
        await city.DoneAsync("appoint", Held(person, "FIRST_SECRETARY"));
        await steps.MemberAsync(branch, person: other);
        (await city.RefusedAsync("appoint", Held(other, null, "BRANCH_SECRETARY"))).ShouldBe(["POST_TAKEN 004 班子建设-1"]);
        (await city.QueryAsync($$"""{ branch(id: "{{branch}}") { secretary(asOf: "2025-06-01") { postName } } }"""))
            .ToString()
            .ShouldBe("""{"branch":{"secretary":{"postName":"First secretary"}}}""");

        (await city.RefusedAsync("appoint", Held(person, "PICNIC"))).ShouldBe(["POST_UNKNOWN 004 班子建设-1"]);
        (await city.RefusedAsync("appoint", Held(person, "PARTY_ASSISTANT", "LIAISON_OFFICER"))).ShouldBe(["POST_NOT_ONE 004 班子建设-1"]);
        (await city.RefusedAsync("appoint", Held(person, null))).ShouldBe(["POST_MISSING"]);
    }
}
