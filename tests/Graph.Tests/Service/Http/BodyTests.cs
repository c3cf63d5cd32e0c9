using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>Bodies as clients send them: packed, marked, in other encodings, too large; and pages of other origins.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private const string Query = """{"query":"{ __typename }"}""";

    private ServiceRun service = null!;

    public async Task InitializeAsync() =>
        service = await ServiceRun.StartAsync(
            new() { Http = new(BodyBytesMax: 100_000), Switches = new(AllowedOrigins: "https://views.example") }
        );

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"", "", 200, "")]
    [InlineData("application/json;charset=UTF-8", "mark", 200, "")]
    [InlineData("application/json", "gzip", 200, "")]
    [InlineData("application/json", "gzip large", 200, "")]
    [InlineData("application/json", "gzip bomb", 413, "Limits__BodyBytesMax")]
    [InlineData("application/json", "zstd", 415, "zstd")]
    [InlineData("application/json", "gzip unsaid", 400, "Content-Encoding: gzip")]
    [InlineData("application/json", "gbk", 400, "not UTF-8")]
    [InlineData("application/json; charset=gbk", "", 415, "UTF-8")]
    public async Task A_body_is_read_or_the_answer_says_why_not(string type, string what, int status, string said)
    {
        var bytes = Encoding.UTF8.GetBytes(Query);
        var body = what switch
        {
            "mark" => [0xEF, 0xBB, 0xBF, .. bytes],
            "gzip" or "gzip unsaid" => Packed(bytes),
            "gzip large" => Packed(Encoding.UTF8.GetBytes(Query + new string(' ', 60_000))),
            "gzip bomb" => Packed(Encoding.UTF8.GetBytes(Query + new string(' ', 5_000_000))),
            "gbk" => [.. """{"query":"{ __typename }","operationName":"""u8, (byte)'"', 0xBC, 0xD7, (byte)'"', (byte)'}'],
            _ => bytes,
        };
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (what is "gzip" or "gzip large" or "gzip bomb" or "zstd")
        {
            content.Headers.ContentEncoding.Add(what.Split(' ')[0]);
        }

        using var response = await service.Client.PostAsync("/graphql", content);
        var answer = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, answer);
        answer.ShouldContain(said);
        if (what == "zstd")
        {
            response.Headers.GetValues("Accept-Encoding").Single().ShouldContain("gzip");
        }
    }

    /// <summary>GraphQL clients ask for a type of their own, which is packed as JSON is.</summary>
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task An_answer_is_packed(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ __schema { types { name description } } }"}""", Encoding.UTF8, "application/json"),
            Headers = { { "accept", type }, { "accept-encoding", "gzip" } },
        };
        using var response = await service.Client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }

    /// <summary>A client that sends all before it reads gets the answer, not a broken pipe.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_read_to_its_end_and_refused(bool saysLength)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", service.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        const int size = 5_000_000;
        var head =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + (saysLength ? $"Content-Length: {size}\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var commas = Encoding.ASCII.GetBytes(new string(',', 50_000));
        for (var sent = 0; sent < size; sent += commas.Length)
        {
            await stream.WriteAsync(saysLength ? commas : [.. Encoding.ASCII.GetBytes($"{commas.Length:X}\r\n"), .. commas, .. "\r\n"u8]);
        }

        if (!saysLength)
        {
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        }

        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync()).ShouldStartWith(saysLength ? "HTTP/1.1 413" : "HTTP/1.1 4");
    }

    [Theory]
    [InlineData("https://views.example", true)]
    [InlineData("https://other.example", false)]
    public async Task Only_an_allowed_origin_passes_the_preflight_and_reads_the_answer(string origin, bool isAllowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var said = await service.Client.SendAsync(preflight);
        Allows(said, "Access-Control-Allow-Headers").ShouldBe(isAllowed);
        foreach (var accept in new[] { "application/json", "text/event-stream" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(Query, Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Origin", origin);
            request.Headers.Accept.ParseAdd(accept);
            using var response = await service.Client.SendAsync(request);
            Allows(response, "Access-Control-Allow-Origin").ShouldBe(isAllowed, accept);
        }
    }

    [Fact]
    public async Task A_header_of_the_proxys_passes_no_preflight()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", "https://views.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "x-actor");
        using var said = await service.Client.SendAsync(preflight);
        string.Join(',', said.Headers.TryGetValues("Access-Control-Allow-Headers", out var allowed) ? allowed : [])
            .ShouldNotContain("x-actor");
    }

    [Fact]
    public async Task An_outage_says_when_to_ask_again()
    {
        await using var down = await ServiceRun.StartAsync(new(), "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");
        using var response = await down.Client.PostAsync(
            "/graphql",
            new StringContent("""{"query":"{ committees { totalCount } }"}""", Encoding.UTF8, "application/json")
        );
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBe(5);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-DATABASE-001");
    }

    private static bool Allows(HttpResponseMessage response, string header) => response.Headers.Contains(header);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
