using System.Text.Json;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>GraphQL over HTTP as npm's graphql-http audits it: what servers must, should and may do.</summary>
[Collection(ServiceCollection.Name)]
public sealed class HttpAuditsTests(ServiceFixture service, ITestOutputHelper output)
{
    private const int AuditsMin = 61;

    private sealed record Audit(string Id, string Name, string Status, string? Reason);

    [Fact]
    public async Task Every_audit_of_GraphQL_over_HTTP_is_passed()
    {
        var node = await NodeScript.InstallAsync("Service/Http/Audits");
        if (node.Missing is { } missing)
        {
            output.WriteLine($"The audits were not run: {missing}");
            missing.ShouldMatch("^(Node.js was not found on PATH|npm could not install the packages)");
            return;
        }

        using var process = node.Start("audits.mjs", new Uri(service.Client.BaseAddress!, "/graphql").ToString());
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var audits = new List<Audit>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            audits.Add(JsonSerializer.Deserialize<Audit>(line, JsonSerializerOptions.Web)!);
        }

        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);

        output.WriteLine($"{audits.Count(audit => audit.Status == "ok")} of {audits.Count} audits passed.");
        // Those that are only a notice count as failures too.
        audits
            .Where(audit => audit.Status != "ok")
            .Select(audit => $"{audit.Id} {audit.Name}: {audit.Status}, {audit.Reason}")
            .ShouldBeEmpty();
        audits.Count.ShouldBeGreaterThanOrEqualTo(AuditsMin);
    }
}
