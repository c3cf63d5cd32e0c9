using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Tokens by mutation: a person's own end with the person's role.</summary>
public sealed class TokenChangeTests : IAsyncLifetime
{
    private const string Parts = "accessToken { name role subjectName createdBy secret revokedAt } errors { __typename code path }";

    private SignInService service = null!;

    public async Task InitializeAsync() => service = await SignInService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_person_makes_a_token_is_shown_it_once_and_takes_it_back()
    {
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER"));
        var made = (await ChangeAsync(cookie, "createToken(input: { name: \"夜间同步\", days: 7 })")).GetProperty("accessToken");
        made.GetProperty("role").GetString().ShouldBe("RESEARCHER");
        made.GetProperty("createdBy").GetString().ShouldBe("li.wei");
        var secret = made.GetProperty("secret").GetString()!;
        (await RoleAsync(secret)).ShouldBe("RESEARCHER");
        var listed = await AskAsync(cookie, "{ whoAmI { tokens { name secret expiresAt } } }");
        var token = listed.GetProperty("whoAmI").GetProperty("tokens").EnumerateArray().Single();
        token.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
        token
            .GetProperty("expiresAt")
            .GetDateTimeOffset()
            .ShouldBeInRange(DateTimeOffset.UtcNow.AddDays(6.9), DateTimeOffset.UtcNow.AddDays(7.1));
        // Nowhere in the database.
        (await service.ScalarAsync<long>($"SELECT count(*) FROM graph.audit_event WHERE detail::text LIKE '%{secret[4..]}%'")).ShouldBe(0);
        (await service.RecordedAsync(3)).ShouldContain("li.wei TOKEN 夜间同步");
        (await ChangeAsync(cookie, "revokeToken(input: { name: \"夜间同步\" })"))
            .GetProperty("accessToken")
            .GetProperty("revokedAt")
            .ValueKind.ShouldBe(JsonValueKind.String);
        (await RoleAsync(secret)).ShouldBeNull();
    }

    [Theory]
    [InlineData("UPDATE access.role_grant SET revoked_at = now() WHERE derived_from IS NULL")]
    [InlineData("UPDATE access.role_grant SET valid_from = valid_from - 2, valid_to = graph.today() WHERE derived_from IS NULL")]
    [InlineData("UPDATE access.account SET disabled_at = now() WHERE name = 'li.wei'")]
    public async Task It_ends_with_the_persons_role(string sql)
    {
        var cookie = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER"));
        var secret = (await ChangeAsync(cookie, "createToken(input: { name: \"own\" })"))
            .GetProperty("accessToken")
            .GetProperty("secret")
            .GetString()!;
        (await RoleAsync(secret)).ShouldBe("RESEARCHER");
        using var socket = await SocketAsync(secret);
        await service.ExecuteAsync(sql);
        (await RoleAsync(secret)).ShouldBeNull();
        // And what it holds open.
        (await socket.ReceiveAsync()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        socket.Closed!.Value.Code.ShouldBe(4403);
    }

    [Fact]
    public async Task Nobody_makes_a_token_of_a_role_that_is_not_theirs()
    {
        var researcher = await service.CookieAsync("li.wei", await service.AccountAsync("li.wei", "RESEARCHER"));
        (await CodesAsync(researcher, "createToken(input: { name: \"a\", role: SYSTEM_ADMINISTRATOR })")).ShouldBe(["TOKEN_OF_OTHER_ROLE"]);
        (await CodesAsync(researcher, "createToken(input: { name: \"a\", days: 400 })")).ShouldBe(["TOKEN_DAYS_INVALID"]);
        (await CodesAsync(researcher, "createToken(input: { name: \"\" })")).ShouldBe(["TOKEN_NAME_INVALID"]);
        await service.TokenAsync("another's", "RESEARCHER");
        (await CodesAsync(researcher, "createToken(input: { name: \"another's\" })")).ShouldBe(["SP-ACCESS-208"]);
        // Another's token is none that it could take back.
        (await CodesAsync(researcher, "revokeToken(input: { name: \"another's\" })")).ShouldBe(["SP-ACCESS-206"]);
        (await AskAsync(researcher, "{ whoAmI { tokens { name } } }"))
            .GetProperty("whoAmI")
            .GetProperty("tokens")
            .GetArrayLength()
            .ShouldBe(0);
        (await service.ScalarAsync<long>("SELECT count(*) FROM access.token")).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_makes_no_token()
    {
        var token = SignInService.Bearer(await service.TokenAsync());
        (await CodesAsync(token, "createToken(input: { name: \"child\" })")).ShouldBe(["TOKEN_BY_PROGRAM"]);
        (await CodesAsync(token, "createToken(input: { name: \"child\", role: RESEARCHER })")).ShouldBe(["TOKEN_BY_PROGRAM"]);
    }

    [Fact]
    public async Task Who_manages_access_makes_tokens_of_other_roles_and_sees_all()
    {
        var cookie = await service.CookieAsync("owner", await service.AccountAsync("owner", "SYSTEM_ADMINISTRATOR"));
        var branch = (await AskAsync(cookie, "{ branches(first: 1) { nodes { id name } } }")).GetProperty("branches").GetProperty("nodes")[
            0
        ];
        var made = await ChangeAsync(
            cookie,
            $"createToken(input: {{ name: \"secretary\", role: BRANCH_SECRETARY, branch: \"{branch.GetProperty("id").GetString()}\" }})"
        );
        made.GetProperty("accessToken").GetProperty("subjectName").GetString().ShouldBe(branch.GetProperty("name").GetString());
        (await RoleAsync(made.GetProperty("accessToken").GetProperty("secret").GetString()!)).ShouldBe("BRANCH_SECRETARY");
        (await CodesAsync(cookie, "createToken(input: { name: \"x\", role: BRANCH_SECRETARY })")).ShouldBe(["SP-ACCESS-203"]);
        (await CodesAsync(cookie, "createToken(input: { name: \"x\", role: BRANCH_SECRETARY, branch: \"U29jaWV0eTox\" })")).Length.ShouldBe(
            1
        );
        await service.TokenAsync("of the command line", "RESEARCHER");
        (await AskAsync(cookie, "{ whoAmI { tokens { name } } }")).GetProperty("whoAmI").GetProperty("tokens").GetArrayLength().ShouldBe(2);
        (await CodesAsync(cookie, "revokeToken(input: { name: \"of the command line\" })")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_no_right_to_it_makes_none()
    {
        await service.ExecuteAsync(
            "WITH p AS (INSERT INTO graph.person (person_ref) VALUES ('试验人员') RETURNING id) "
                + "INSERT INTO graph.member (branch_id, member_ref, status, person_id) "
                + "SELECT (SELECT min(id) FROM graph.branch), '试验党员', 'FULL', p.id FROM p"
        );
        var password = await service.AccountAsync("member");
        await GrantStore.GrantAsync(service.Graph, "member", "MEMBER", "试验党员", by: "tests");
        var cookie = await service.CookieAsync("member", password);
        using var answer = await service.AskAsync(
            $"mutation {{ createToken(input: {{ name: \"x\" }}) {{ {Parts} }} }}",
            cookie,
            service.Own
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInService.CodeAsync(answer)).ShouldBe("SP-ACCESS-005");
    }

    private async Task<SocketClient> SocketAsync(string token)
    {
        var socket = await SocketClient.ConnectAsync(service.Address, authorization: $"Bearer {token}");
        await socket.SendAsync("""{"type":"connection_init"}""");
        (await socket.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return socket;
    }

    private async Task<string?> RoleAsync(string token)
    {
        using var answer = await service.AskAsync("{ whoAmI { role } }", SignInService.Bearer(token));
        return answer.StatusCode == HttpStatusCode.Unauthorized
            ? null
            : (await answer.Content.ReadFromJsonAsync<JsonElement>())
                .GetProperty("data")
                .GetProperty("whoAmI")
                .GetProperty("role")
                .GetString();
    }

    private async Task<string[]> CodesAsync((string, string) who, string change) =>
        [
            .. (await ChangeAsync(who, change))
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("code").GetString()!),
        ];

    private async Task<JsonElement> ChangeAsync((string, string) who, string change) =>
        (await AskAsync(who, $"mutation {{ payload: {change} {{ {Parts} }} }}")).GetProperty("payload");

    private async Task<JsonElement> AskAsync((string, string) who, string query)
    {
        using var answer = await service.AskAsync(query, who, service.Own);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.TryGetProperty("errors", out var errors).ShouldBeFalse($"{query}\n{errors}");
        return body.GetProperty("data");
    }
}
