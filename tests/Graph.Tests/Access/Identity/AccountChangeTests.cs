using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocietyParty.Etl.Access;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Accounts by mutation: everywhere with the right to manage access, in the own committee for its administrator.</summary>
public sealed class AccountChangeTests : IAsyncLifetime
{
    private const string Parts =
        "account { name displayName isLocal isLocked createdBy password grants { number role subjectName validFrom validTo grantedBy } } "
        + "errors { __typename code path message }";

    private const string Recorded = "SELECT count(*) FROM graph.audit_event WHERE actor = 'owner' AND ";

    private SignInService service = null!;

    public async Task InitializeAsync()
    {
        service = await SignInService.StartAsync();
        // One below the sample's committee, and one that stands beside it.
        await service.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('下级党委', '500103'), ('别处党委', '510100');
            INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during)
            SELECT c.id, (SELECT min(id) FROM graph.committee), '[2020-01-01,)' FROM graph.committee AS c WHERE c.name = '下级党委'
            """
        );
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task An_account_is_made_has_a_role_for_some_days_is_locked_let_in_and_ends()
    {
        var owner = await service.CookieAsync("owner", await service.AccountAsync("owner", "SYSTEM_ADMINISTRATOR"));
        var made = await MadeAsync(owner, "createAccount(input: { name: \"wang.fang\", displayName: \"王芳\" })");
        var password = made.GetProperty("password").GetString()!;
        made.GetProperty("createdBy").GetString().ShouldBe("owner");
        var granted = await MadeAsync(
            owner,
            $"grantRole(input: {{ name: \"wang.fang\", role: COMMITTEE_ADMINISTRATOR, committee: \"{await IdAsync("下级党委")}\", "
                + "validFrom: \"2026-01-01\", validTo: \"2036-01-01\" })"
        );
        granted.GetProperty("password").ValueKind.ShouldBe(JsonValueKind.Null);
        var grant = granted.GetProperty("grants").EnumerateArray().Single();
        grant.GetProperty("subjectName").GetString().ShouldBe("下级党委");
        grant.GetProperty("validTo").GetString().ShouldBe("2036-01-01");
        grant.GetProperty("grantedBy").GetString().ShouldBe("owner");
        var cookie = await service.CookieAsync("wang.fang", password);
        (await AskAsync(cookie, "{ whoAmI { role } }"))
            .GetProperty("whoAmI")
            .GetProperty("role")
            .GetString()
            .ShouldBe("COMMITTEE_ADMINISTRATOR");
        (await MadeAsync(owner, "lockAccount(input: { name: \"wang.fang\" })")).GetProperty("isLocked").GetBoolean().ShouldBeTrue();
        using (var out_ = await service.AskAsync("{ whoAmI { role } }", cookie))
        {
            out_.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await MadeAsync(owner, "unlockAccount(input: { name: \"wang.fang\" })")).GetProperty("isLocked").GetBoolean().ShouldBeFalse();
        var again = (await MadeAsync(owner, "resetPassword(input: { name: \"wang.fang\" })")).GetProperty("password").GetString()!;
        again.ShouldNotBe(password);
        await service.CookieAsync("wang.fang", again);
        (await MadeAsync(owner, $"revokeRole(input: {{ name: \"wang.fang\", number: {grant.GetProperty("number").GetInt64()} }})"))
            .GetProperty("grants")
            .GetArrayLength()
            .ShouldBe(0);
        // Passwords are nowhere in the record, and who did it is.
        (await service.ScalarAsync<long>($"SELECT count(*) FROM graph.audit_event WHERE detail::text LIKE '%{again}%'")).ShouldBe(0);
        // Made, locked, let in, another password; given and taken back.
        (await service.ScalarAsync<long>(Recorded + "action = 'ACCOUNT' AND subject = 'wang.fang'")).ShouldBe(4);
        (await service.ScalarAsync<long>(Recorded + "action = 'ROLE_GRANT' AND subject = 'COMMITTEE_ADMINISTRATOR'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_committees_administrator_reaches_the_own_committee_and_what_is_below()
    {
        var below = await AdministratorAsync("upper", "1");
        await MadeAsync(below, "createAccount(input: { name: \"clerk\" })");
        await MadeAsync(
            below,
            $"grantRole(input: {{ name: \"clerk\", role: COMMITTEE_ADMINISTRATOR, committee: \"{await IdAsync("下级党委")}\" }})"
        );
        var branch = GlobalId.Format("Branch", await service.ScalarAsync<long>("SELECT min(id) FROM graph.branch"));
        (await MadeAsync(below, $"grantRole(input: {{ name: \"clerk\", role: BRANCH_SECRETARY, branch: \"{branch}\" }})"))
            .GetProperty("grants")
            .GetArrayLength()
            .ShouldBe(2);
        await MadeAsync(below, "resetPassword(input: { name: \"clerk\" })");
        var seen = (await AskAsync(below, "{ whoAmI { accounts { name password } } }")).GetProperty("whoAmI").GetProperty("accounts");
        seen.EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["clerk", "upper"]);
        seen.EnumerateArray().ShouldAllBe(one => one.GetProperty("password").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_beyond_is_as_if_it_were_not_there()
    {
        var elsewhere = await service.ScalarAsync<long>("SELECT id FROM graph.committee WHERE name = '别处党委'");
        var administrator = await AdministratorAsync("upper", "1");
        await AdministratorAsync("other", $"{elsewhere}");
        await service.AccountAsync("owner", "SYSTEM_ADMINISTRATOR");
        await service.AccountAsync("both");
        await GrantStore.GrantAsync(service.Graph, "both", "COMMITTEE_ADMINISTRATOR", "1", by: "tests");
        await GrantStore.GrantAsync(service.Graph, "both", "RESEARCHER", by: "tests");
        foreach (var name in (string[])["other", "owner", "both", "nobody"])
        {
            foreach (var change in (string[])["lockAccount", "unlockAccount", "resetPassword"])
            {
                (await CodesAsync(administrator, $"{change}(input: {{ name: \"{name}\" }})")).ShouldBe(
                    ["SP-ACCESS-202"],
                    $"{change} {name}"
                );
            }

            (await CodesAsync(administrator, $"revokeRole(input: {{ name: \"{name}\", number: 1 }})")).ShouldBe(["SP-ACCESS-202"]);
        }

        await MadeAsync(administrator, "createAccount(input: { name: \"clerk\" })");
        (
            await CodesAsync(administrator, Grant("clerk", "COMMITTEE_ADMINISTRATOR", $"committee: \"{await IdAsync("别处党委")}\""))
        ).ShouldBe(["SP-ACCESS-204"]);
        (await CodesAsync(administrator, Grant("clerk", "SYSTEM_ADMINISTRATOR"))).ShouldBe(["ROLE_BEYOND_ROLE"]);
        (await CodesAsync(administrator, Grant("clerk", "RESEARCHER"))).ShouldBe(["ROLE_BEYOND_ROLE"]);
        // A branch's key is no committee's.
        (
            await CodesAsync(administrator, Grant("clerk", "COMMITTEE_ADMINISTRATOR", $"branch: \"{GlobalId.Format("Branch", 1)}\""))
        ).ShouldBe(["SP-ACCESS-203"]);
        (await CodesAsync(administrator, Grant("upper", "BRANCH_SECRETARY", $"branch: \"{GlobalId.Format("Branch", 1)}\""))).ShouldBe([
            "ACCOUNT_IS_OWN",
        ]);
        (await CodesAsync(administrator, "createAccount(input: { name: \" \" })")).ShouldBe(["ACCOUNT_NAME_INVALID"]);
        (await CodesAsync(administrator, "createAccount(input: { name: \"clerk\" })")).ShouldBe(["SP-ACCESS-201"]);
        (await service.ScalarAsync<long>("SELECT count(*) FROM access.account WHERE disabled_at IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_role_is_given_once_for_each_day()
    {
        var owner = await service.CookieAsync("owner", await service.AccountAsync("owner", "SYSTEM_ADMINISTRATOR"));
        var password = await service.AccountAsync("li.wei");
        var below = $"committee: \"{await IdAsync("下级党委")}\"";
        var change = Grant("li.wei", "COMMITTEE_ADMINISTRATOR", below);
        var first = (await MadeAsync(owner, change)).GetProperty("grants").ToString();
        (await MadeAsync(owner, change)).GetProperty("grants").ToString().ShouldBe(first);
        (await MadeAsync(owner, Grant("li.wei", "RESEARCHER"))).GetProperty("grants").GetArrayLength().ShouldBe(2);
        (await MadeAsync(owner, Grant("li.wei", "RESEARCHER"))).GetProperty("grants").GetArrayLength().ShouldBe(2);
        (await CodesAsync(owner, Grant("li.wei", "RESEARCHER", "validTo: \"2090-01-01\""))).ShouldBe(["SP-ACCESS-212"]);
        (await CodesAsync(owner, Grant("li.wei", "RESEARCHER", "validFrom: \"2020-01-01\""))).ShouldBe(["SP-ACCESS-212"]);
        // After it has ended, and of another committee.
        var today = await service.ScalarAsync<DateOnly>("SELECT graph.today()");
        (await CodesAsync(owner, Grant("li.wei", "RESEARCHER", $"validFrom: \"2020-01-01\", validTo: \"{today:yyyy-MM-dd}\""))).ShouldBe([
            "SP-ACCESS-210",
        ]);
        await MadeAsync(
            owner,
            Grant("li.wei", "SYSTEM_ADMINISTRATOR", $"validFrom: \"2020-01-01\", validTo: \"{today.AddDays(1):yyyy-MM-dd}\"")
        );
        await MadeAsync(owner, Grant("li.wei", "COMMITTEE_ADMINISTRATOR", $"committee: \"{await IdAsync("别处党委")}\""));
        (await service.ScalarAsync<long>(Recorded + "action = 'ROLE_GRANT'")).ShouldBe(4);
        await service.CookieAsync("li.wei", password);
    }

    [Fact]
    public async Task What_is_wrong_is_said_of_the_argument_that_is()
    {
        var owner = await service.CookieAsync("owner", await service.AccountAsync("owner", "SYSTEM_ADMINISTRATOR"));
        await service.AccountAsync("li.wei");
        (string, string)[] wrong =
        [
            (Grant("li.wei", "COMMITTEE_ADMINISTRATOR"), "SP-ACCESS-203 committee"),
            (Grant("li.wei", "MEMBER"), "SP-ACCESS-203 member"),
            (Grant("li.wei", "RESEARCHER", $"branch: \"{GlobalId.Format("Branch", 1)}\""), "SP-ACCESS-203 branch"),
            (Grant("li.wei", "COMMITTEE_ADMINISTRATOR", $"committee: \"{GlobalId.Format("Committee", 99)}\""), "SP-ACCESS-204 committee"),
            (Grant("li.wei", "BRANCH_SECRETARY", $"branch: \"{GlobalId.Format("Branch", 9999)}\""), "SP-ACCESS-204 branch"),
            (Grant("li.wei", "RESEARCHER", "validTo: \"2020-01-01\""), "SP-ACCESS-210 validTo"),
            (Grant("li.wei", "ANONYMOUS"), "ROLE_OF_NOBODY role"),
            ("revokeRole(input: { name: \"li.wei\", number: 77 })", "SP-ACCESS-207 number"),
            ("lockAccount(input: { name: \"nobody\" })", "SP-ACCESS-202 name"),
        ];
        foreach (var (change, expected) in wrong)
        {
            var error = (await ChangeAsync(owner, change)).GetProperty("errors").EnumerateArray().Single();
            error.GetProperty("path").EnumerateArray().Select(part => part.GetString()).First().ShouldBe("input", change);
            $"{error.GetProperty("code").GetString()} {error.GetProperty("path")[1].GetString()}".ShouldBe(expected, change);
            // Keys of the database are nobody's business.
            error.GetProperty("message").GetString()!.ShouldNotContain("99", customMessage: change);
        }

        using var token = await service.AskAsync(
            "mutation { createToken(input: { name: \"t\", role: ANONYMOUS }) { errors { code path } } }",
            owner,
            service.Own
        );
        (await token.Content.ReadAsStringAsync()).ShouldContain("{\"code\":\"ROLE_OF_NOBODY\",\"path\":[\"input\",\"role\"]}");
        (
            await service.ScalarAsync<long>(
                "SELECT count(*) FROM access.role_grant AS g JOIN access.account AS a ON a.id = g.account_id WHERE a.name = 'li.wei'"
            )
        ).ShouldBe(0);
    }

    /// <summary>One after the other, also at the same moment.</summary>
    [Fact]
    public async Task Of_many_at_the_same_moment_one_gives_the_role()
    {
        await service.AccountAsync("li.wei");
        var grants = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => GrantStore.GrantAsync(service.Graph, "li.wei", "RESEARCHER", by: "tests"))
        );
        grants.Distinct().ShouldHaveSingleItem();
        (await service.ScalarAsync<long>("SELECT count(*) FROM access.role_grant")).ShouldBe(1);
    }

    [Fact]
    public async Task Programs_and_who_has_no_right_change_nothing()
    {
        var token = SignInService.Bearer(await service.TokenAsync());
        (await CodesAsync(token, "createAccount(input: { name: \"a\" })")).ShouldBe(["ACCOUNT_BY_PROGRAM"]);
        await service.AccountAsync("li.wei");
        (await CodesAsync(token, "lockAccount(input: { name: \"li.wei\" })")).ShouldBe(["ACCOUNT_BY_PROGRAM"]);
        var researcher = await service.CookieAsync("r", await service.AccountAsync("r", "RESEARCHER"));
        using var answer = await service.AskAsync(
            $"mutation {{ createAccount(input: {{ name: \"x\" }}) {{ {Parts} }} }}",
            researcher,
            service.Own
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(researcher, "{ whoAmI { accounts { name } } }"))
            .GetProperty("whoAmI")
            .GetProperty("accounts")
            .GetArrayLength()
            .ShouldBe(0);
    }

    private static string Grant(string name, string role, string subject = "") =>
        $"grantRole(input: {{ name: \"{name}\", role: {role}, {subject} }})";

    private async Task<(string, string)> AdministratorAsync(string name, string committee)
    {
        var password = await service.AccountAsync(name);
        await GrantStore.GrantAsync(service.Graph, name, "COMMITTEE_ADMINISTRATOR", committee, by: "tests");
        return await service.CookieAsync(name, password);
    }

    private async Task<string> IdAsync(string committee) =>
        GlobalId.Format("Committee", await service.ScalarAsync<long>($"SELECT id FROM graph.committee WHERE name = '{committee}'"));

    private async Task<JsonElement> MadeAsync((string, string) who, string change)
    {
        var payload = await ChangeAsync(who, change);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty("account");
    }

    private async Task<string[]> CodesAsync((string, string) who, string change) =>
        [
            .. (await ChangeAsync(who, change))
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("code").GetString()!),
        ];

    private async Task<JsonElement> ChangeAsync((string, string) who, string change) =>
        (await AskAsync(who, $"mutation {{ done: {change} {{ {Parts} }} }}")).GetProperty("done");

    private async Task<JsonElement> AskAsync((string, string) who, string query)
    {
        using var answer = await service.AskAsync(query, who, service.Own);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.TryGetProperty("data", out var data).ShouldBeTrue(body.ToString());
        return data;
    }
}
