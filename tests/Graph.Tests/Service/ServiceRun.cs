using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service;

/// <summary>The service on a real socket over the sample, with options of its own.</summary>
internal sealed class ServiceRun(WebApplication app, int? receiveBufferBytes) : IAsyncDisposable
{
    public HttpClient Client { get; } =
        new(new SocketsHttpHandler { ConnectCallback = (target, ct) => ConnectAsync(target.DnsEndPoint, receiveBufferBytes, ct) })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };

    /// <param name="graph">A database of the caller's own; null for everybody's.</param>
    /// <param name="receiveBufferBytes">Bytes that the client's system takes before the client reads; null leaves it to the system,
    /// which may take tens of megabytes.</param>
    public static async Task<ServiceRun> StartAsync(ServiceOptions options, string? graph = null, int? receiveBufferBytes = null)
    {
        var app = WebHost.Build(graph ?? await SampleDatabase.ConnectionStringAsync(), "http://127.0.0.1:0", null, options);
        await app.StartAsync();
        return new ServiceRun(app, receiveBufferBytes);
    }

    public async Task<JsonElement> PostAsync(object body, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body) };
        if (header is not null)
        {
            request.Headers.Add("GraphQL-Cost", header);
        }

        using var response = await Client.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static async ValueTask<Stream> ConnectAsync(EndPoint target, int? receiveBufferBytes, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Only before it connects does the size hold for the window that the service sees.
            if (receiveBufferBytes is { } bytes)
            {
                socket.ReceiveBufferSize = bytes;
            }

            await socket.ConnectAsync(target, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
