using System.Diagnostics;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>The clients that front ends use: npm's graphql-ws and graphql-sse.</summary>
public sealed class NodeClientsTests(ITestOutputHelper output)
{
    private const string Subscription = "subscription { branchChanged { kind branch { name } } }";

    [Theory]
    [InlineData("socket.mjs", "ws")]
    [InlineData("events.mjs", "http")]
    public async Task A_client_of_npm_asks_and_listens(string script, string scheme)
    {
        var node = await NodeScript.InstallAsync("Service/Http/Subscriptions/Clients");
        if (node.Missing is { } missing)
        {
            output.WriteLine($"The clients were not run: {missing}");
            missing.ShouldMatch("^(Node.js was not found on PATH|npm could not install the packages)");
            return;
        }

        await using var service = await OpenService.StartAsync();
        using var process = node.Start(
            script,
            new UriBuilder(service.Address) { Scheme = scheme, Path = "/graphql" }.Uri.ToString(),
            Subscription
        );
        var errors = process.StandardError.ReadToEndAsync();
        (await LineAsync(process)).ShouldBe("""{"data":{"branches":{"totalCount":109}}}""");
        (await LineAsync(process)).ShouldBe("\"SP-VALIDATE-301\"");
        if (script == "socket.mjs")
        {
            (await LineAsync(process)).ShouldBe("""{"data":{"__typename":"Query"}}""");
        }

        await Eventually.BeAsync(() => service.Hub.GroupCount == 1);

        await service.ExecuteAsync("UPDATE graph.branch SET name = '三' WHERE id = (SELECT min(id) FROM graph.branch)");
        (await LineAsync(process)).ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED","branch":{"name":"三"}}}}""");
        process.StandardInput.Close();
        await Eventually.BeAsync(() => service.Hub.GroupCount == 0);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
    }

    private static async Task<string?> LineAsync(Process process)
    {
        using var late = new CancellationTokenSource(OpenService.Patience);
        return await process.StandardOutput.ReadLineAsync(late.Token);
    }
}
