using System.Text.RegularExpressions;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Service.Clients;

/// <summary>schema/clients/README.md, followed word by word with the clients that npm has.</summary>
[Collection(ServiceCollection.Name)]
public sealed partial class ClientReadmeTests(ServiceFixture service, ITestOutputHelper output)
{
    private const string Societies = "109 societies\n";
    private const string Cached = "the first one is in the cache\n";

    [Fact]
    public async Task Each_block_does_what_the_page_says()
    {
        var node = await NodeScript.InstallAsync("Service/Clients");
        if (node.Missing is { } missing)
        {
            output.WriteLine($"The clients were not run: {missing}");
            missing.ShouldMatch("^(Node.js was not found on PATH|npm could not install the packages)");
            return;
        }

        var readme = await File.ReadAllTextAsync(Path.Combine(Golden.ProjectFolder(), "..", "..", "schema", "clients", "README.md"));
        var files = Block().Matches(readme).ToDictionary(block => block.Groups["name"].Value, block => block.Groups["text"].Value);
        // The page's list of packages is the one that is installed.
        (await File.ReadAllTextAsync(Path.Combine(node.Folder, "package.json"))).ShouldBe(files["package.json"]);
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(node.Folder, name), text);
        }

        var graphql = new Uri(service.Client.BaseAddress!, "/graphql").ToString();
        (await RunAsync(node, "fetch.mjs", graphql)).ShouldBe("{ numerator: 107, denominator: 109 }\n" + Societies);
        (await RunAsync(node, "apollo.mjs", graphql)).ShouldBe(Societies + Cached);
        (await RunAsync(node, "urql.mjs", graphql)).ShouldBe(Societies + Cached);

        var contract = await service.Client.GetStringAsync("/graphql?sdl");
        await File.WriteAllTextAsync(Path.Combine(node.Folder, "schema.graphql"), contract);
        await RunAsync(node, "node_modules/relay-compiler/cli.js");
        (await RunAsync(node, "relay.mjs", graphql)).ShouldBe(Societies);
    }

    private static async Task<string> RunAsync(NodeScript node, string script, params string[] arguments)
    {
        using var process = node.Start(script, arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{script}: {await errors}{said}");
        return said.ReplaceLineEndings("\n");
    }

    [GeneratedRegex("`(?<name>[a-z.]+)`:\\n\\n```(js|json)\\n(?<text>.*?)```\\n", RegexOptions.Singleline)]
    private static partial Regex Block();
}
