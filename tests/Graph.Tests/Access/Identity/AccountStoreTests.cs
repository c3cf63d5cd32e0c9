using Dapper;
using Npgsql;
using OtpNet;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Refusals;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Accounts, roles and tokens in the database: hashed, dated, recorded.</summary>
public sealed class AccountStoreTests : IAsyncLifetime
{
    private NpgsqlDataSource graph = null!;

    public async Task InitializeAsync() => graph = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());

    public async Task DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public async Task Passwords_and_tokens_are_kept_as_hashes_alone()
    {
        var password = (await AccountStore.CreateAsync(graph, "li.wei")).ShouldNotBeNull();
        var token = await TokenStore.CreateAsync(graph, "nightly", "RESEARCHER", null, 30);
        var link = (await AccountStore.SetSecondFactorAsync(graph, "li.wei", true)).ShouldNotBeNull();
        await using var connection = await graph.OpenConnectionAsync();
        var kept = string.Join(
            '\n',
            await connection.QueryAsync<string>(
                "SELECT a::text FROM access.account AS a UNION ALL SELECT t::text FROM access.token AS t "
                    + "UNION ALL SELECT e::text FROM graph.audit_event AS e"
            )
        );
        kept.ShouldContain("nightly");
        kept.ShouldNotContain(password);
        kept.ShouldNotContain(token);
        token.ShouldStartWith("spt_");
        var hash = await connection.ExecuteScalarAsync<string>("SELECT password_hash FROM access.account WHERE name = 'li.wei'");
        AccountPassword.Fits(hash, password).ShouldBeTrue();
        AccountPassword.Fits(hash, password + " ").ShouldBeFalse();
        AccountPassword.Fits(null, password).ShouldBeFalse();
        link.ShouldStartWith("otpauth://totp/");
        // What is recorded has neither hash nor key.
        var recorded = string.Join('\n', (await AuditTrail.NewestAsync(graph, null, 50)).Select(one => one.Detail));
        recorded.ShouldNotContain("\"hash\":");
        recorded.ShouldNotContain("\"totp_key\":");
        recorded.ShouldNotContain("\"password_hash\":");
    }

    [Fact]
    public async Task Two_secrets_differ_and_have_256_bits()
    {
        var (one, other) = (Secret.New(), Secret.New());
        one.ShouldNotBe(other);
        one.Length.ShouldBe(43);
        Secret.Hash(one).Length.ShouldBe(32);
        await Task.CompletedTask;
    }

    [Fact]
    public void A_code_is_taken_once_and_for_a_step_early_or_late()
    {
        var key = SecondFactor.NewKey();
        var now = new DateTimeOffset(2026, 11, 30, 4, 0, 0, TimeSpan.Zero);
        var code = new Totp(key).ComputeTotp(now.UtcDateTime);
        var step = SecondFactor.StepOf(key, code, null, now).ShouldNotBeNull();
        SecondFactor.StepOf(key, code, step, now).ShouldBeNull();
        SecondFactor.StepOf(key, code, null, now.AddSeconds(30)).ShouldBe(step);
        SecondFactor.StepOf(key, code, null, now.AddSeconds(90)).ShouldBeNull();
        SecondFactor.StepOf(key, "", null, now).ShouldBeNull();
    }

    [Fact]
    public async Task Roles_are_recorded_with_who_gave_and_who_took_them()
    {
        await AccountStore.CreateAsync(graph, "wang.fang", "王芳", by: "owner");
        var committee = await KeyAsync("SELECT min(id) FROM graph.committee");
        var grant = await GrantStore.GrantAsync(
            graph,
            "wang.fang",
            "COMMITTEE_ADMINISTRATOR",
            committee.ToString(System.Globalization.CultureInfo.InvariantCulture),
            by: "owner"
        );
        (await AccountStore.ListAsync(graph)).Single().Grants.ShouldStartWith($"{grant}: COMMITTEE_ADMINISTRATOR ");
        await GrantStore.RevokeAsync(graph, "wang.fang", grant, by: "chen");
        (await AccountStore.ListAsync(graph)).Single().Grants.ShouldBeEmpty();
        var events = (await AuditTrail.NewestAsync(graph, null, 3)).ToList();
        events
            .Select(one => $"{one.Actor} {one.Action} {one.Subject}")
            .ShouldBe(["chen ROLE_GRANT COMMITTEE_ADMINISTRATOR", "owner ROLE_GRANT COMMITTEE_ADMINISTRATOR", "owner ACCOUNT wang.fang"]);
        // Names of people are not written.
        events[2].Detail.ShouldNotContain("王芳");
        (await AuditTrail.VerifyAsync(graph, null)).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RESEARCHER", "重庆", "SP-ACCESS-203")]
    [InlineData("BRANCH_SECRETARY", null, "SP-ACCESS-203")]
    [InlineData("BRANCH_SECRETARY", "没有的支部", "SP-ACCESS-204")]
    public async Task A_role_that_does_not_fit_its_subject_is_refused(string role, string? subject, string code)
    {
        var refused = await Should.ThrowAsync<Refusal>(() => TokenStore.CreateAsync(graph, "program", role, subject, 1));
        refused.Code.ShouldBe(code);
        // Nothing of it is left.
        (await AccountStore.ListAsync(graph)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_committee_is_found_by_key_name_or_region()
    {
        await AccountStore.CreateAsync(graph, "li.wei");
        await using var connection = await graph.OpenConnectionAsync();
        var (key, name, region) = await connection.QuerySingleAsync<(string, string, string)>(
            "SELECT id::text, name, region_code::text FROM graph.committee ORDER BY id LIMIT 1"
        );
        foreach (var subject in (string[])[key, name, region])
        {
            var grant = await GrantStore.GrantAsync(graph, "li.wei", "COMMITTEE_ADMINISTRATOR", subject);
            (
                await connection.ExecuteScalarAsync<string>(
                    "SELECT committee_id::text FROM access.role_grant WHERE id = @grant",
                    new { grant }
                )
            ).ShouldBe(key);
            await GrantStore.RevokeAsync(graph, "li.wei", grant);
        }

        // Of two in one region none is meant, and both are named.
        await connection.ExecuteAsync("INSERT INTO graph.committee (name, region_code) VALUES ('另一个党委', @region)", new { region });
        var refused = await Should.ThrowAsync<Refusal>(() => GrantStore.GrantAsync(graph, "li.wei", "COMMITTEE_ADMINISTRATOR", region));
        refused.Code.ShouldBe("SP-ACCESS-205");
        refused.Message.ShouldContain(name);
        refused.Message.ShouldContain("另一个党委");
    }

    [Fact]
    public async Task Names_are_taken_once_and_a_token_that_was_taken_back_may_be_made_anew()
    {
        await AccountStore.CreateAsync(graph, "li.wei");
        (await Should.ThrowAsync<Refusal>(() => AccountStore.CreateAsync(graph, "li.wei"))).Code.ShouldBe("SP-ACCESS-201");
        (await Should.ThrowAsync<Refusal>(() => TokenStore.CreateAsync(graph, "li.wei", "RESEARCHER", null, 1))).Code.ShouldBe(
            "SP-ACCESS-208"
        );
        await TokenStore.CreateAsync(graph, "export", "RESEARCHER", null, 1);
        (await Should.ThrowAsync<Refusal>(() => TokenStore.CreateAsync(graph, "export", "RESEARCHER", null, 1))).Code.ShouldBe(
            "SP-ACCESS-208"
        );
        await TokenStore.RevokeAsync(graph, "export");
        (await Should.ThrowAsync<Refusal>(() => TokenStore.RevokeAsync(graph, "export"))).Code.ShouldBe("SP-ACCESS-206");
        await TokenStore.CreateAsync(graph, "export", "RESEARCHER", null, 1);
        (await TokenStore.ListAsync(graph)).Count(token => token.RevokedAt is null).ShouldBe(1);
        (await Should.ThrowAsync<Refusal>(() => AccountStore.ResetPasswordAsync(graph, "export"))).Code.ShouldBe("SP-ACCESS-209");
    }

    /// <summary>In large letters, or in wide ones out of a Chinese keyboard, it is the same account.</summary>
    [Theory]
    [InlineData("Li.Wei")]
    [InlineData("LI.WEI")]
    [InlineData("ｌｉ．ｗｅｉ")]
    public async Task A_name_in_other_letters_is_the_same_account(string written)
    {
        await AccountStore.CreateAsync(graph, "li.wei");
        var refused = await Should.ThrowAsync<Refusal>(() => AccountStore.CreateAsync(graph, written));
        refused.Code.ShouldBe("SP-ACCESS-201");
        refused.Message.ShouldContain("li.wei");
        (await Should.ThrowAsync<Refusal>(() => TokenStore.CreateAsync(graph, written, "RESEARCHER", null, 1))).Code.ShouldBe(
            "SP-ACCESS-208"
        );
        (await AccountStore.ResetPasswordAsync(graph, written)).ShouldNotBeNullOrEmpty();
        await GrantStore.GrantAsync(graph, written, "RESEARCHER", null);
        var line = (await AccountStore.ListAsync(graph)).ShouldHaveSingleItem();
        (line.Name, line.Grants.Contains("RESEARCHER", StringComparison.Ordinal)).ShouldBe(("li.wei", true));
        (await AccountReader.FindAsync(graph, written, null, "")).ShouldNotBeNull().Name.ShouldBe("li.wei");
    }

    /// <summary>From before such names were refused: each is meant by its own name, and neither by a third.</summary>
    [Fact]
    public async Task Two_that_a_database_has_stay_apart()
    {
        await AccountStore.CreateAsync(graph, "li.wei");
        await using (var connection = await graph.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("INSERT INTO access.account (name, kind, created_by) VALUES ('Li.Wei', 'PERSON', 'somebody')");
        }

        await AccountStore.SetDisabledAsync(graph, "Li.Wei", true);
        (await AccountStore.ListAsync(graph)).Single(one => one.IsDisabled).Name.ShouldBe("Li.Wei");
        (await Should.ThrowAsync<Refusal>(() => AccountStore.SetDisabledAsync(graph, "LI.WEI", true))).Code.ShouldBe("SP-ACCESS-202");
    }

    private async Task<long> KeyAsync(string sql)
    {
        await using var connection = await graph.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
