using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>An event stream, read line by line as it comes.</summary>
internal sealed class EventStreamClient : IDisposable
{
    private readonly StreamReader reader;

    private EventStreamClient(HttpResponseMessage response, Stream body) => (Response, reader) = (response, new StreamReader(body));

    public HttpResponseMessage Response { get; }

    public static async Task<EventStreamClient> OpenAsync(HttpResponseMessage response) =>
        new(response, await response.Content.ReadAsStreamAsync());

    /// <summary>The next event; a comment is an event without name, null is the end of the stream.</summary>
    public async Task<(string Name, string Data)?> ReceiveAsync()
    {
        using var late = new CancellationTokenSource(OpenService.Patience);
        var (name, data) = ("", new List<string>());
        while (await reader.ReadLineAsync(late.Token) is { } line)
        {
            if (line.Length == 0)
            {
                return (name, string.Join('\n', data));
            }

            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                data.Add(line["data:".Length..].TrimStart(' '));
            }
        }

        return null;
    }

    /// <summary>Whether the stream ends, without another response; broken off counts.</summary>
    public async Task<bool> EndsAsync()
    {
        try
        {
            while (await ReceiveAsync() is var (name, _))
            {
                if (name.Length > 0 && name != "complete")
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return true;
        }
    }

    /// <summary>The next response, comments left out.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (true)
        {
            var (name, data) = (await ReceiveAsync()).ShouldNotBeNull("the stream ended");
            if (name.Length == 0)
            {
                continue;
            }

            name.ShouldBe("next");
            return JsonSerializer.Deserialize<JsonElement>(data);
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        Response.Dispose();
    }
}
