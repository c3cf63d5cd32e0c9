using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <summary>One payload of the abuse list: how it is sent, and what comes back as one text.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="SendAsync">Sends it with a client that is signed in; gives status and everything that was answered.</param>
internal sealed record Attack(string Name, Func<HttpClient, Task<(int Status, string Text)>> SendAsync)
{
    private const string Json = "application/json";

    /// <summary>A document at <c>/graphql</c>.</summary>
    public static Attack Query(string name, string query, object? variables = null) =>
        Body(name, JsonSerializer.Serialize(new { query, variables }));

    public static Attack Body(string name, string body, string type = Json) => Bytes(name, Encoding.UTF8.GetBytes(body), type);

    public static Attack Bytes(string name, byte[] body, string type = Json, string path = "/graphql", string? encoding = null) =>
        new(name, async client =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            if (encoding is not null)
            {
                content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
            }

            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            return await TakeAsync(answer);
        });

    public static Attack Get(string name, string path, params (string Name, string Value)[] headers) => Request(name, "GET", path, headers);

    public static Attack Request(string name, string method, string path, params (string Name, string Value)[] headers) =>
        new(name, async client =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            foreach (var (header, value) in headers)
            {
                request.Headers.Remove(header);
                request.Headers.TryAddWithoutValidation(header, value);
            }

            using var answer = await client.SendAsync(request);
            return await TakeAsync(answer);
        });

    public static Attack Form(string name, string path, string body) =>
        Bytes(name, Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded", path);

    /// <summary>Bytes that no HTTP client would send. A connection that is closed without an answer is an answer, too.</summary>
    public static Attack Raw(string name, string text) => new(name, async client =>
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port);
            await using var stream = socket.GetStream();
            var secret = client.DefaultRequestHeaders.Authorization!.ToString();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text.Replace("{auth}", secret, StringComparison.Ordinal)));
            socket.Client.Shutdown(SocketShutdown.Send);
            using var answer = new MemoryStream();
            try
            {
                await stream.CopyToAsync(answer);
            }
            catch (IOException)
            {
                // Reset: the server has no more to say.
            }

            var said = Encoding.Latin1.GetString(answer.ToArray());
            // Of several answers on one connection the worst counts.
            var statuses = said.Split("HTTP/1.1 ")
                .Skip(1)
                .Select(part => int.Parse(part[..3], System.Globalization.CultureInfo.InvariantCulture));
            return (statuses.DefaultIfEmpty(0).Max(), said);
        });

    /// <summary>A file with parts, as Office packs them.</summary>
    public static byte[] Package(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static async Task<(int, string)> TakeAsync(HttpResponseMessage answer) =>
        (
            (int)answer.StatusCode,
            $"{answer.Headers}{answer.Content.Headers}{Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())}"
        );
}
