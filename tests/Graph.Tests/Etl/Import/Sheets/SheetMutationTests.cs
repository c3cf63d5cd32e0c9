using System.Text;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.Graph.Tests.Service.Mutations.Members;
using SocietyParty.Rules.Sentences;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>One change by two ways in, a sheet and a mutation: the same rule with the same sentence, or done by both.</summary>
public sealed partial class SheetMutationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Members = "人员编号,所在党组织,党员状态,状态起始日期\n";
    private const string Posts = "人员编号,姓名,职务,党组织,起始日期,终止日期,上级选派\n";
    private const string Branches = "党组织名称,组织形式,状态,状态起始日期,所属学会,分类,分类起始日期\n";

    [Fact]
    public async Task A_conversion_asks_the_branch_of_its_day_and_that_day_s_category()
    {
        var steps = new MemberSteps(city, "转正");
        var (first, then, now) = (await steps.BranchAsync("先"), await steps.BranchOfAAsync("后"), await steps.BranchOfAAsync("今"));
        var member = await steps.MemberAsync(first, status: "PROBATIONARY", joinedOn: "2020-03-01");
        await steps.ReclassifyAsync(first, "C", "2021-01-01");
        await steps.TransferAsync(member, then, "2024-01-01");
        var row = $"{await RefAsync(member)},合成转正后党支部,正式";

        await RefusedAsync(
            "convertMember",
            new { member, convertedOn = "2023-05-01" },
            "members",
            $"{Members}{row},2023-05-01\n",
            ["CATEGORY_FORBIDS_CONVERTING_PROBATIONARY"]
        );
        await DoneAsync("members", $"{Members}{row},2024-01-01\n");

        // Whoever moved on since is judged by the same branch.
        await steps.TransferAsync(member, now, "2025-01-01");
        row = $"{await RefAsync(member)},合成转正今党支部,正式";
        await RefusedAsync(
            "convertMember",
            new { member, convertedOn = "2020-09-01" },
            "members",
            $"{Members}{row},2020-09-01\n",
            ["CATEGORY_FORBIDS_CONVERTING_PROBATIONARY", "PROBATION_NOT_OVER"]
        );
        await RefusedAsync(
            "convertMember",
            new { member, convertedOn = "2023-05-01" },
            "members",
            $"{Members}{row},2023-05-01\n",
            ["CATEGORY_FORBIDS_CONVERTING_PROBATIONARY"]
        );
        await DoneAsync("members", $"{Members}{row},2024-02-01\n");
        await city.DoneAsync("convertMember", new { member, convertedOn = "2024-02-01" });
    }

    [Fact]
    public async Task A_branch_that_is_dissolved_converts_nobody_from_that_day_on()
    {
        var steps = new MemberSteps(city, "散后");
        var branch = await steps.BranchOfAAsync();
        var member = await steps.MemberAsync(branch, status: "PROBATIONARY", joinedOn: "2020-03-01", affiliationBranch: branch);
        // As a list of an earlier version left it.
        await city.ExecuteAsync("UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2024-06-01' WHERE name = '合成散后A党支部'");
        var row = $"{await RefAsync(member)},合成散后A党支部,正式";
        await RefusedAsync(
            "convertMember",
            new { member, convertedOn = "2024-06-01" },
            "members",
            $"{Members}{row},2024-06-01\n",
            ["BRANCH_DISSOLVED"]
        );
        await DoneAsync("members", $"{Members}{row},2024-05-31\n");
    }

    [Fact]
    public async Task A_post_ends_with_its_branch_at_the_latest()
    {
        var steps = new MemberSteps(city, "任免");
        var (gone, home) = (await steps.BranchAsync("散"), await steps.BranchAsync("在"));
        var person = await steps.PersonAsync();
        var reference = await RefAsync(await steps.MemberAsync(home, person: person));
        await city.DoneAsync("dissolveBranch", new { branch = gone, dissolvedOn = "2024-06-01" });
        string Row(string from, string to) => $"{Posts}{reference},,支部书记,合成任免散党支部,{from},{to},是\n";

        object Post(string from, string? to) =>
            new
            {
                person,
                post = "BRANCH_SECRETARY",
                branch = gone,
                validFrom = from,
                validTo = to,
                sentFromAbove = true,
            };
        await RefusedAsync("appoint", Post("2024-07-01", null), "appointments", Row("2024-07-01", ""), ["BRANCH_DISSOLVED"]);
        await RefusedAsync("appoint", Post("2023-01-01", null), "appointments", Row("2023-01-01", ""), ["BRANCH_DISSOLVED"]);
        await RefusedAsync(
            "appoint",
            Post("2023-01-01", "2024-06-02"),
            "appointments",
            Row("2023-01-01", "2024-06-02"),
            ["BRANCH_DISSOLVED"]
        );
        // What ended with it is its past, and may be entered later.
        await DoneAsync("appointments", Row("2023-01-01", "2024-06-01"));
        await city.DoneAsync("appoint", Post("2023-01-01", "2024-06-01"));

        // No sheet makes it longer afterwards.
        (await ImportAsync("appointments", Row("2023-01-01", "2025-01-01")))
            .Problems.Select(problem => (problem.Code, problem.Field))
            .ShouldBe([("BRANCH_DISSOLVED", "党组织")]);
        (await ImportAsync("appointments", Row("2023-01-01", "2024-01-01"))).UpdatedCount.ShouldBe(1);
        (await ImportAsync("appointments", Row("2023-01-01", ""))).UnchangedCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_category_that_members_contradict_is_refused()
    {
        var steps = new MemberSteps(city, "不符");
        var branch = await steps.BranchAsync();
        await steps.MemberAsync(branch);
        await RefusedAsync(
            "proposeReclassification",
            Proposal(branch),
            "branches",
            $"{Branches}合成不符党支部,,,,,A类,2024-01-01\n",
            ["CATEGORY_CONTRADICTS_MEMBERSHIP"]
        );
        await DoneAsync("branches", $"{Branches}合成不符党支部,,,,,C类,2024-01-01\n");
    }

    [Fact]
    public async Task A_category_that_nothing_proves_is_shown_and_lets_nobody_be_developed()
    {
        var steps = new MemberSteps(city, "未证");
        var branch = await steps.BranchAsync();
        var sheet = await ImportAsync("branches", $"{Branches}合成未证党支部,,,,,A类,2024-01-01\n", isDryRun: false);
        sheet.UpdatedCount.ShouldBe(1);
        var notice = sheet.Discrepancies.ShouldHaveSingleItem();
        notice.Code.ShouldBe("CATEGORY_NOT_PROVEN");
        await city.ExecuteAsync(
            "DELETE FROM graph.branch_category_period WHERE branch_id = (SELECT id FROM graph.branch WHERE name = '合成未证党支部')"
        );
        var proposed = await city.ChangeAsync("proposeReclassification", Proposal(branch));
        var warning = proposed.GetProperty("warnings")[0];
        (warning.GetProperty("code").GetString(), $"line 2: {warning.GetProperty("message").GetString()}").ShouldBe(
            (notice.Code, notice.MessageIn(Language.English))
        );
        notice.MessageIn(Language.Chinese).ShouldStartWith("第2行：");
        await city.DoneAsync(
            "withdrawReclassification",
            new { reclassification = MemberSteps.KeyOf(proposed.EnumerateObject().First().Value), withdrawnOn = "2024-01-01" }
        );

        (await ImportAsync("branches", $"{Branches}合成未证党支部,,,,,A类,2024-01-01\n", isDryRun: false)).UpdatedCount.ShouldBe(1);
        var person = await steps.PersonAsync();
        var member = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerMember",
                new
                {
                    person,
                    branch,
                    status = "FULL",
                }
            )
        );
        var applicant = MemberSteps.KeyOf(
            await city.DoneAsync(
                "registerApplicant",
                new
                {
                    person = await steps.PersonAsync(),
                    branch,
                    cultivatedSince = "2024-01-10",
                }
            )
        );
        (await city.RefusedAsync("developMember", new { applicant, acceptedOn = "2025-02-01" })).ShouldBe(["CATEGORY_NOT_PROVEN 000 §三"]);
        // With the proof the same category gives the right.
        await steps.TransferAsync(member, branch, "2025-01-01");
        await city.DoneAsync("developMember", new { applicant, acceptedOn = "2025-02-01" });
    }

    [Fact]
    public async Task Category_A_is_given_with_proof_of_each_member_s_affiliation_alone()
    {
        var steps = new MemberSteps(city, "六人");
        var branch = await steps.BranchAsync();
        for (var i = 0; i < 5; i++)
        {
            await steps.MemberAsync(branch);
        }

        await city.DoneAsync(
            "registerMember",
            new
            {
                person = await steps.PersonAsync(),
                branch,
                status = "FULL",
            }
        );
        await RefusedAsync(
            "proposeReclassification",
            Proposal(branch),
            "branches",
            $"{Branches}合成六人党支部,,,,,A类,2024-01-01\n",
            ["CATEGORY_NOT_PROVEN"]
        );
    }

    [Fact]
    public async Task Posts_are_for_full_members_of_the_branch_or_sent_from_above_and_begin_with_it()
    {
        var steps = new MemberSteps(city, "选举");
        var (branch, other) = (await steps.BranchAsync("本"), await steps.BranchAsync("他"));
        async Task RefusedAsync(string person, string reference, string post, string word, string from, string code, bool sent = false) =>
            await this.RefusedAsync(
                "appoint",
                new
                {
                    person,
                    post,
                    branch,
                    validFrom = from,
                    sentFromAbove = sent,
                },
                "appointments",
                $"{Posts}{reference},,{word},合成选举本党支部,{from},,{(sent ? "是" : "")}\n",
                [code]
            );

        var (probationary, guest, own) = (await steps.PersonAsync(), await steps.PersonAsync(), await steps.PersonAsync());
        var young = await RefAsync(await steps.MemberAsync(branch, person: probationary, status: "PROBATIONARY", joinedOn: "2023-03-01"));
        var strange = await RefAsync(await steps.MemberAsync(other, person: guest));
        var member = await steps.MemberAsync(branch, person: own, joinedOn: "2020-06-01");
        var reference = await RefAsync(member);
        await RefusedAsync(probationary, young, "BRANCH_COMMITTEE_MEMBER", "支委", "2023-06-01", "POST_NEEDS_FULL_MEMBER");
        await RefusedAsync(guest, strange, "BRANCH_SECRETARY", "支部书记", "2023-06-01", "SECRETARY_OF_ANOTHER_BRANCH");
        await RefusedAsync(guest, strange, "BRANCH_SECRETARY", "支部书记", "2019-12-31", "POST_BEFORE_BRANCH", sent: true);
        await RefusedAsync(own, reference, "BRANCH_SECRETARY", "支部书记", "2020-05-31", "POST_BEFORE_JOINING");
        await city.DoneAsync(
            "endMembership",
            new
            {
                member,
                endedOn = "2024-02-01",
                reason = "LEFT",
            }
        );
        await RefusedAsync(own, reference, "BRANCH_SECRETARY", "支部书记", "2023-06-01", "MEMBERSHIP_ENDED");
        await DoneAsync("appointments", $"{Posts}{reference},,支部书记,合成选举本党支部,2023-06-01,2024-02-01,\n");
        await DoneAsync("appointments", $"{Posts}{strange},,支部书记,合成选举本党支部,2023-06-01,,是\n");
        var sheet = await ImportAsync(
            "appointments",
            $"{Posts}{strange},合成客,支部书记,合成选举本党支部,2023-06-01,,是\n",
            isDryRun: false
        );
        sheet.InsertedCount.ShouldBe(1);
        (await city.QueryAsync("query($branch: ID!) { branch(id: $branch) { secretary { sentFromAbove } } }", new { branch }))
            .ToString()
            .ShouldBe("""{"branch":{"secretary":{"sentFromAbove":true}}}""");
    }

    [Fact]
    public async Task Whoever_was_a_member_is_not_entered_anew()
    {
        var steps = new MemberSteps(city, "重录");
        var (branch, person) = (await steps.BranchAsync(), await steps.PersonAsync());
        var member = await steps.MemberAsync(branch, person: person);
        var row = $"{Members}{await RefAsync(member)},合成重录党支部,正式,\n";
        await city.DoneAsync(
            "endMembership",
            new
            {
                member,
                endedOn = "2024-02-01",
                reason = "EXPELLED",
            }
        );
        await RefusedAsync(
            "registerMember",
            new
            {
                person,
                branch,
                status = "FULL",
            },
            "members",
            row,
            ["PERSON_WAS_MEMBER"]
        );
        await city.DoneAsync(
            "restoreMembership",
            new
            {
                member,
                restoredOn = "2024-02-01",
                reason = "录入错误",
            }
        );
        await DoneAsync("members", row);
    }

    private static object Proposal(string branch) =>
        new
        {
            branch,
            category = "A",
            reason = "符合条件",
            proposedOn = "2024-01-01",
        };

    /// <summary>Both refuse with the same codes and sentences, the sheet beside a cell.</summary>
    private async Task RefusedAsync(string mutation, object input, string kind, string text, string[] codes)
    {
        var errors = (await city.ChangeAsync(mutation, input)).GetProperty("errors").EnumerateArray().ToList();
        errors.Select(error => error.GetProperty("code").GetString()).ShouldBe(codes, mutation);
        var problems = (await ImportAsync(kind, text)).Problems;
        problems.Select(problem => problem.Code).Order(StringComparer.Ordinal).ShouldBe(codes.Order(StringComparer.Ordinal), kind);
        problems
            .Select(problem => problem.Message(Language.English))
            .ShouldBe(errors.Select(error => error.GetProperty("message").GetString()!), ignoreOrder: true);
        problems.ShouldAllBe(problem => problem.Field != null && problem.Line == 2);
    }

    private async Task DoneAsync(string kind, string text) => (await ImportAsync(kind, text)).Problems.ShouldBeEmpty();

    private Task<ImportReport> ImportAsync(string kind, string text, bool isDryRun = true) =>
        SheetImporter.ImportAsync(
            city.Database,
            Workbooks.Read(SheetKind.Find(kind)!, Encoding.UTF8.GetBytes(text), "list.csv"),
            null,
            new ImportOptions(isDryRun)
        );

    private Task<string> RefAsync(string member) =>
        city.ScalarAsync<string>(
            "SELECT p.person_ref FROM graph.member m JOIN graph.person p ON p.id = m.person_id WHERE m.id = @key",
            new { key = GlobalId.TryParse(member, out _, out var key) ? key : 0 }
        );
}
