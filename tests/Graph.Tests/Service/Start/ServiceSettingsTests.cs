using System.Net.Http.Json;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>
/// Settings as a user gives them to the program: refused before anything is started, told where they take something away.
/// </summary>
public sealed class ServiceSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("societyparty-settings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_setting_that_cannot_be_used_ends_the_start_before_the_database()
    {
        await using var service = ServiceProcess.Start(
            ["--data", Path.Combine(folder, "data"), "--set", "Limits:PageSizMax=5"],
            new Dictionary<string, string?> { ["Limits__TokensMax"] = "1" }
        );
        (await service.EndAsync()).ShouldBe(1);
        service.Output.ShouldContain("SP-START-010");
        service.Output.ShouldContain("SP-START-011");
        Directory.Exists(Path.Combine(folder, "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_terminal_that_speaks_Chinese_is_told_of_settings_in_Chinese()
    {
        await using var service = ServiceProcess.Start(
            ["--lang", "zh", "--data", Path.Combine(folder, "data"), "--set", "Limits:PageSizMax=5", "--set", "Rules:Quelle=x"],
            new Dictionary<string, string?> { ["Limits__TokensMax"] = "1" }
        );
        (await service.EndAsync()).ShouldBe(1);
        service.Output.ShouldContain("SP-START-010 没有设置项 Limits:PageSizMax。是不是 \"PageSizeMax\"或\"PagesAheadMax\"？");
        service.Output.ShouldContain("SP-START-010 没有设置项 Rules:Quelle。可用的有：Folder。");
        service.Output.ShouldContain("SP-START-011 Limits:TokensMax 填的是“1”，应为100 到 1000000 的整数，不填则为 10000。");
        await using var untrusted = ServiceProcess.Start([
            "--lang",
            "zh",
            "--set",
            "TrustedDocuments:Folder=" + Path.Combine(folder, "none"),
        ]);
        (await untrusted.EndAsync()).ShouldBe(1);
        untrusted.Output.ShouldContain("SP-START-013 受信任查询文档的文件夹");
    }

    [Fact]
    public async Task An_invalid_trusted_document_ends_the_start_before_the_database()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "wrong.graphql"), "{ branches { chiar } }");
        await using var service = ServiceProcess.Start([
            "--data",
            Path.Combine(folder, "data"),
            "--set",
            "TrustedDocuments:Folder=" + folder,
        ]);
        (await service.EndAsync()).ShouldBe(1);
        service.Output.ShouldContain("SP-START-012 wrong.graphql:1:14:");
        Directory.Exists(Path.Combine(folder, "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_start_tells_what_is_switched_off_also_where_its_own_query_is_not_registered()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "count.graphql"), "{ branches { totalCount } }");
        await using var service = ServiceProcess.Start(
            ["--urls", ServiceProcess.AnyAddress, "--set", "Switches:GraphiQL=false", "--set", "Switches:Introspection=false"],
            new Dictionary<string, string?>
            {
                ["ConnectionStrings__Graph"] = await SampleDatabase.NewAsync(),
                ["TrustedDocuments__Folder"] = folder,
                ["TrustedDocuments__Only"] = "true",
            }
        );
        await service.ReadyAsync();
        service.Output.ShouldContain("107/109 = 98.2 %");
        service.Output.ShouldContain("introspection, GraphiQL");
        service.Output.ShouldContain("1; every other one is refused");
        using var client = new HttpClient();
        (await client.GetStringAsync($"{service.Address}/graphql?documentId=count")).ShouldBe(
            """{"data":{"branches":{"totalCount":109}}}"""
        );
        using var refused = await client.PostAsJsonAsync($"{service.Address}/graphql", new { query = "{ branches { totalCount } } " });
        (await refused.Content.ReadAsStringAsync()).ShouldContain("SP-TRUST-003");
    }
}
