using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Service;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary><c>account</c> and <c>token</c> as they are typed.</summary>
public sealed class AccessCommandTests
{
    [Fact]
    public async Task An_account_and_a_token_are_made_shown_once_and_taken_back()
    {
        var graph = await SampleDatabase.NewAsync();
        async Task<ProgramRun> RunAsync(string command, int status = 0)
        {
            var run = await ProgramRun.RunAsync(ProgramRun.Etl, [.. command.Split(' '), "--connection", graph]);
            run.Status.ShouldBe(status, $"{command}\n{run.Text}\n{run.Errors}");
            return run;
        }

        var made = await RunAsync("account create li.wei --display-name 李伟");
        var password = made.Text.TrimEnd().Split('\n')[^1];
        password.Length.ShouldBe(20);
        (await RunAsync("account grant li.wei --role researcher --from 2026-01-01")).Text.ShouldContain("number 1");
        var token = (await RunAsync("token create nightly --role system-administrator --days 7")).Text.TrimEnd().Split('\n')[^1];
        token.ShouldStartWith("spt_");
        var tokens = await RunAsync("token list");
        tokens.Text.ShouldContain("nightly");
        tokens.Text.ShouldNotContain(token);
        var accounts = await RunAsync("account list");
        accounts.Text.ShouldContain("1: RESEARCHER");
        accounts.Text.ShouldNotContain(password);
        (await RunAsync("account second-factor li.wei")).Text.ShouldContain("otpauth://totp/");
        await RunAsync("account second-factor li.wei --remove");
        (await RunAsync("account password li.wei")).Text.TrimEnd().Split('\n')[^1].ShouldNotBe(password);
        await RunAsync("account revoke li.wei --grant 1");
        (await RunAsync("account revoke li.wei --grant 1", CommandLine.Failure)).Errors.ShouldContain("SP-ACCESS-207");
        await RunAsync("account disable li.wei");
        (await RunAsync("account list")).Text.ShouldContain("disabled");
        await RunAsync("token revoke nightly");
        (await RunAsync("token revoke nightly", CommandLine.Failure)).Errors.ShouldContain("SP-ACCESS-206");
        (await RunAsync("account disable nobody", CommandLine.Failure)).Errors.ShouldContain("SP-ACCESS-202");
        // What was done stands in the record, under the login of the database.
        (await RunAsync("audit list --count 3")).Text.ShouldContain("nightly");
    }

    [Theory]
    [InlineData("token create x --role king", "\"king\" cannot be chosen for --role")]
    [InlineData("token create x --role researcher --days 0", "SP-ACCESS-101")]
    [InlineData("token create x --role researcher --days 367", "SP-ACCESS-101")]
    [InlineData("account grant x --role researcher --from soon", "SP-ACCESS-102")]
    [InlineData("account create x --issuer https://id.example.org", "SP-ACCESS-103")]
    public void Wrong_arguments_are_told(string command, string told) =>
        string.Join('\n', Commands.Root(Words.English).Parse(command.Split(' ')).Errors.Select(error => error.Message)).ShouldContain(told);
}
