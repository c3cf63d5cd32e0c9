using System.CommandLine;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Readers;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Etl.Readers;

/// <summary>What is refused, with its code and exit code.</summary>
[Collection(nameof(ReaderFixture))]
public sealed class ReaderCommandTests(ReaderFixture fixture)
{
    [Theory]
    [InlineData("", "SP-READER-101")]
    [InlineData("9lives", "SP-READER-101")]
    [InlineData("Office", "SP-READER-101")]
    [InlineData("a-b", "SP-READER-101")]
    [InlineData("a\"; DROP ROLE bi_reader", "SP-READER-101")]
    [InlineData("a\n", "SP-READER-101")]
    [InlineData("报表", "SP-READER-101")]
    [InlineData("pg_monitor", "SP-READER-101")]
    [InlineData("public", "SP-READER-101")]
    [InlineData("bi_reader", "SP-READER-101")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "SP-READER-101")]
    [InlineData("office --connections 0", "SP-READER-102")]
    [InlineData("office --connections 1001", "SP-READER-102")]
    [InlineData("office --seconds 0", "SP-READER-103")]
    [InlineData("office --seconds 86401", "SP-READER-103")]
    public async Task A_name_or_number_that_cannot_be_is_a_wrong_argument(string arguments, string code)
    {
        var parts = arguments.Split(" --", 2);
        string[] line = ["reader", "create", parts[0], .. parts.Length > 1 ? ("--" + parts[1]).Split(' ') : []];
        var root = Root();
        root.Parse(line).Errors.Single().Message.ShouldStartWith(code + " ");
        (await CommandLine.RunAsync(root, line, Words.English)).ShouldBe(CommandLine.Usage);
    }

    [Theory]
    [InlineData("create " + ReaderFixture.Reader, "SP-READER-201")]
    [InlineData("create societyparty", "SP-READER-202")]
    [InlineData("revoke societyparty", "SP-READER-202")]
    [InlineData("revoke bi_reader", "SP-READER-202")]
    [InlineData("revoke nobody", "SP-READER-203")]
    public async Task A_role_that_does_not_fit_is_a_failure(string arguments, string code)
    {
        string[] line = ["reader", .. arguments.Split(' '), "--connection", fixture.Database.ConnectionString];
        var failure = await Should.ThrowAsync<DatabaseSetupException>(() =>
            Root().Parse(line).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
        );
        failure.Code.ShouldBe(code);
        failure.Message.ShouldNotContain("\n");
        (await CommandLine.RunAsync(Root(), line, Words.English)).ShouldBe(CommandLine.Failure);
    }

    [Fact]
    public async Task Who_may_not_make_roles_is_told_what_is_missing()
    {
        await fixture.Database.ExecuteAsync("CREATE ROLE ordinary LOGIN PASSWORD 'ordinary'");
        var ordinary = new NpgsqlConnectionStringBuilder(fixture.Database.ConnectionString)
        {
            Username = "ordinary",
            Password = "ordinary",
        };
        await using (var source = NpgsqlDataSource.Create(ordinary.ConnectionString))
        {
            foreach (
                var refused in (Func<Task>[])
                    [
                        () => ReaderAccount.CreateAsync(source, "another", new ReaderLimits(), isPrivate: false),
                        () => ReaderAccount.RevokeAsync(source, ReaderFixture.Reader),
                    ]
            )
            {
                var failure = await Should.ThrowAsync<DatabaseSetupException>(refused);
                failure.Code.ShouldBe("SP-READER-204");
                failure.Message.ShouldContain("CREATEROLE and ownership of database test_");
            }
        }

        await fixture.Database.ExecuteAsync("DROP ROLE ordinary");
    }

    [Fact]
    public async Task A_reader_that_owns_something_is_shut_out_and_the_rest_told()
    {
        const string Name = "reader_with_a_gift";
        await ReaderAccount.CreateAsync(fixture.Database.Source, Name, new ReaderLimits(), isPrivate: true);
        await fixture.Database.ExecuteAsync($"GRANT SELECT ON graph.branch TO {Name}");
        var failure = await Should.ThrowAsync<DatabaseSetupException>(() => ReaderAccount.RevokeAsync(fixture.Database.Source, Name));
        failure.Code.ShouldBe("SP-READER-205");
        (await fixture.Database.ScalarAsync<bool>($"SELECT rolcanlogin FROM pg_roles WHERE rolname = '{Name}'")).ShouldBeFalse();
        await fixture.Database.ExecuteAsync($"DROP OWNED BY {Name}; DROP ROLE {Name}");
    }

    [Fact]
    public async Task Making_and_revoking_are_recorded_without_the_password()
    {
        var password = await ReaderAccount.CreateAsync(fixture.Database.Source, "recorded", new ReaderLimits(), isPrivate: true);
        await ReaderAccount.RevokeAsync(fixture.Database.Source, "recorded");
        var events = (await AuditTrail.NewestAsync(fixture.Database.Source, null, 2)).ToList();
        events.Select(one => $"{one.Action} {one.Subject}").ShouldBe(["ACCOUNT recorded", "ACCOUNT recorded"]);
        events[1].Detail.ShouldBe("""{"kind": "READER", "change": "INSERT"}""");
        events[0].Detail.ShouldContain("DELETE");
        events[1].Detail.ShouldNotContain(password);
        (await AuditTrail.VerifyAsync(fixture.Database.Source, null)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_login_that_was_made_by_hand_is_a_reader_too()
    {
        await fixture.Database.ExecuteAsync("CREATE ROLE \"made By hand\" LOGIN IN ROLE bi_reader");
        (await ReaderAccount.ListAsync(fixture.Database.Source))
            .Where(reader => reader.Name is ReaderFixture.Reader or "made By hand")
            .ShouldBe([new("made By hand", -1, 0, null, false, null), new(ReaderFixture.Reader, 10, 0, "60s", false, null)]);
        string[] line = ["reader", "revoke", "made By hand", "--connection", fixture.Database.ConnectionString];
        (await CommandLine.RunAsync(Root(), line, Words.English)).ShouldBe(CommandLine.Success);
        (await ReaderAccount.ListAsync(fixture.Database.Source)).ShouldNotContain(reader => reader.Name == "made By hand");
    }

    private static RootCommand Root() => [ReaderCommand.Create(Words.English)];
}
