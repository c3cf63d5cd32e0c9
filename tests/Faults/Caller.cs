using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocietyParty.Faults;

/// <summary>
/// A client that keeps its own books: what it sent, what was acknowledged, and what it read. It sends one change after the other, each
/// with a key of its own, and again with that key until it is acknowledged.
/// </summary>
/// <param name="address">Of the service.</param>
/// <param name="branch">Identity of a branch that no other caller changes.</param>
/// <param name="name">Begins the titles of its changes; differs for each fault and caller.</param>
/// <param name="truth">What reads that no change concerns must answer.</param>
/// <param name="clock">The campaign's.</param>
/// <param name="token">Of whom the service knows; null where it asks nobody.</param>
internal sealed class Caller(Uri address, string branch, string name, Truth truth, Stopwatch clock, string? token)
{
    // Far more than an answer takes; a client of a browser would have given up.
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const string Change = """
        mutation ($branch: ID!, $title: String!, $key: String!) {
            recordActivity(input: { branch: $branch, kind: THEME_PARTY_DAY, title: $title, heldOn: "2026-06-15", idempotencyKey: $key }) {
                activity { id title } errors { __typename } } }
        """;

    private const string Read = $$"""
        query ($branch: ID!) { branch(id: $branch) { activities { totalCount } } {{Truth.Query}} }
        """;

    private readonly List<TimeSpan> served = [];
    private readonly List<Wait> waits = [];
    private long lastSeen = -1;

    /// <summary>Titles that were sent, acknowledged or not.</summary>
    public HashSet<string> Sent { get; } = [];

    /// <summary>Titles that the service said were done.</summary>
    public HashSet<string> Acknowledged { get; } = [];

    /// <summary>How long each change and each look took; complete once it has stopped.</summary>
    public IReadOnlyList<Wait> Waits => waits;

    /// <summary>Answers that contradict the books, in words.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How often a request was not answered as it should have been, by what came instead.</summary>
    public ConcurrentDictionary<string, int> Refusals { get; } = new();

    /// <summary>When the first change after this moment was acknowledged; null: none was.</summary>
    public TimeSpan? ServedAfter(TimeSpan moment)
    {
        lock (served)
        {
            return served.Where(one => one > moment).Select(one => (TimeSpan?)one).FirstOrDefault();
        }
    }

    /// <summary>Works until it is stopped, and then until its last change is acknowledged, or it shall give up.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken giveUp)
    {
        // It keeps cookies: by one of them a service with replicas knows what this client has seen.
        using var http = new HttpClient { BaseAddress = address, Timeout = AnswerMax };
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            Sent.Add(title);
            var asked = clock.Elapsed;
            while (!await IsDoneAsync(http, title))
            {
                if (giveUp.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(Pause, CancellationToken.None);
            }

            Acknowledged.Add(title);
            waits.Add(new(asked, clock.Elapsed - asked, IsChange: true));
            lock (served)
            {
                served.Add(clock.Elapsed);
            }

            asked = clock.Elapsed;
            while (!await HasSeenAsync(http))
            {
                if (giveUp.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(Pause, CancellationToken.None);
            }

            waits.Add(new(asked, clock.Elapsed - asked, IsChange: false));
        }
    }

    private async Task<bool> IsDoneAsync(HttpClient http, string title)
    {
        var answer = await AskAsync(
            http,
            Change,
            new
            {
                branch,
                title,
                key = title,
            }
        );
        if (answer is not { } data)
        {
            return false;
        }

        var result = data.GetProperty("recordActivity");
        if (result.GetProperty("errors").GetArrayLength() > 0)
        {
            Wrong.Add($"{title} was refused: {result.GetRawText()}");
            return true;
        }

        if (result.GetProperty("activity").GetProperty("title").GetString() != title)
        {
            Wrong.Add($"{title} was answered with {result.GetRawText()}");
        }

        return true;
    }

    private async Task<bool> HasSeenAsync(HttpClient http)
    {
        if (await AskAsync(http, Read, new { branch }) is not { } data)
        {
            return false;
        }

        var seen = data.GetProperty("branch").GetProperty("activities").GetProperty("totalCount").GetInt64();
        // The branch's own activities are there before the first look.
        if (lastSeen < 0)
        {
            lastSeen = seen - 1;
        }

        if (seen <= lastSeen)
        {
            Wrong.Add($"{name} saw {seen} activities after {lastSeen} and one more that was acknowledged");
        }

        lastSeen = seen;
        if (truth.Contradiction(data) is { } contradiction)
        {
            Wrong.Add(contradiction);
        }

        return true;
    }

    /// <summary>The answer's data; null where there is none, which is noted.</summary>
    private async Task<JsonElement?> AskAsync(HttpClient http, string query, object variables)
    {
        try
        {
            using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
            var text = await response.Content.ReadAsStringAsync();
            var body = JsonDocument.Parse(text).RootElement;
            if (body.TryGetProperty("errors", out var errors))
            {
                return Refused(CodeOf(errors) ?? $"HTTP {(int)response.StatusCode}");
            }

            return body.TryGetProperty("data", out var data) ? data : Refused($"HTTP {(int)response.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            return Refused(failure.HttpRequestError.ToString());
        }
        catch (JsonException)
        {
            return Refused("no JSON");
        }
        catch (Exception failure) when (failure is TaskCanceledException or IOException)
        {
            return Refused("no answer");
        }
    }

    private JsonElement? Refused(string by)
    {
        Refusals.AddOrUpdate(by, 1, (_, count) => count + 1);
        return null;
    }

    private static string? CodeOf(JsonElement errors) =>
        errors[0].TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code)
            ? code.GetString()
            : null;
}
