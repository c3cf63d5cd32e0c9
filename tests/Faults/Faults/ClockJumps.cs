using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Npgsql;

namespace SocietyParty.Faults.Faults;

/// <summary>
/// The time of day jumps ahead, then back to as far behind, then to what is right. Meanwhile a token is what its days say: one of a day is
/// refused where the service's clock is a day ahead, and good again once that is over; a browser's session is good afterwards, too. The
/// record of what was done stays a chain.
/// </summary>
/// <param name="name">For <c>--only</c>.</param>
/// <param name="what">For people.</param>
/// <param name="size">How far each way.</param>
/// <param name="isServerToo">Whether PostgreSQL's clock jumps with the service's.</param>
internal sealed class ClockJumps(string name, string what, TimeSpan size, bool isServerToo) : Fault(name, what)
{
    private const string Person = "演练员";

    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan TokenLasts = TimeSpan.FromDays(1);

    private string shortToken = "";
    private string session = "";

    public override Scene Scene => Scene.Clock;

    public override string? Obstacle() => FakeClock.Obstacle;

    public override async Task PrepareAsync(Stage stage, CancellationToken ct)
    {
        var number = Guid.NewGuid().ToString("N")[..8];
        shortToken = await stage.MakeTokenAsync($"short-{number}", TokenLasts.Days);
        session = await SignInAsync(stage, Person + number, ct);
        await AgeGrantsAsync(stage, ct);
        await RequireAsync(stage, Shown(shortToken), HttpStatusCode.OK, "A new token", ct);
        await RequireAsync(stage, Cookie(session), HttpStatusCode.OK, "A new session", ct);
    }

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        Jump(stage, size);
        var expected = size >= TokenLasts ? HttpStatusCode.Unauthorized : HttpStatusCode.OK;
        await RequireAsync(stage, Shown(shortToken), expected, "A token of a day, ahead of time", ct);
        // A load of a day that is not yet there; the one afterwards is of the right day again.
        await stage.AskEtlAsync("load");
        await Task.Delay(Stays, ct);
        Jump(stage, -size);
        await RequireAsync(stage, Shown(shortToken), HttpStatusCode.OK, "A token of a day, behind time", ct);
        await RequireAsync(stage, Cookie(session), HttpStatusCode.OK, "A session, behind time", ct);
        await Task.Delay(Stays, ct);
    }

    public override Task MendAsync(Stage stage, CancellationToken ct)
    {
        Jump(stage, TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public override async Task VerifyAsync(Stage stage, CancellationToken ct)
    {
        await RequireAsync(stage, Shown(shortToken), HttpStatusCode.OK, "A token of a day, afterwards", ct);
        await RequireAsync(stage, Cookie(session), HttpStatusCode.OK, "A session, afterwards", ct);
        await stage.AskEtlAsync("audit", "verify");
        await stage.AskEtlAsync("load");
        await stage.AskEtlAsync("reconcile");
    }

    private void Jump(Stage stage, TimeSpan ahead)
    {
        stage.ServiceClock!.Set(ahead);
        if (isServerToo)
        {
            stage.ServerClock!.Set(ahead);
        }
    }

    /// <summary>As if all roles had been given ten days ago: none is held before its first day, and the clock goes back.</summary>
    private static async Task AgeGrantsAsync(Stage stage, CancellationToken ct)
    {
        await using var connection = await stage.ConnectAsync(ct);
        await using var command = new NpgsqlCommand("UPDATE access.role_grant SET valid_from = valid_from - 10", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The cookie of somebody new who signed in.</summary>
    private static async Task<string> SignInAsync(Stage stage, string person, CancellationToken ct)
    {
        var made = await stage.AskEtlAsync("account", "create", person);
        await stage.AskEtlAsync("account", "grant", person, "--role", "system-administrator");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = stage.Address,
        };
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["name"] = person,
                ["password"] = made.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1],
                ["to"] = "/",
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = form };
        request.Headers.TryAddWithoutValidation("Origin", stage.Address.GetLeftPart(UriPartial.Authority));
        using var answer = await http.SendAsync(request, ct);
        return answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.First().Split(';')[0]
            : throw new FaultException($"Nobody can sign in: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
    }

    private static Action<HttpRequestHeaders> Shown(string token) =>
        headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private static Action<HttpRequestHeaders> Cookie(string cookie) => headers => headers.TryAddWithoutValidation("Cookie", cookie);

    private static async Task RequireAsync(
        Stage stage,
        Action<HttpRequestHeaders> who,
        HttpStatusCode expected,
        string what,
        CancellationToken ct
    )
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = stage.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ branches(first: 1) { totalCount } }" }),
        };
        request.Headers.TryAddWithoutValidation("Origin", stage.Address.GetLeftPart(UriPartial.Authority));
        who(request.Headers);
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode != expected)
        {
            var said = await answer.Content.ReadAsStringAsync(ct);
            throw new FaultException($"{what} was answered with {(int)answer.StatusCode} instead of {(int)expected}: {said}");
        }
    }
}
