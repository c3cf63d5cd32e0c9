using System.Text.RegularExpressions;
using Npgsql;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Sample;

/// <summary>Queries that READMEs show, run as they stand there.</summary>
public sealed partial class ReadmeQueryTests
{
    [Fact]
    public async Task The_query_for_BI_tools_gives_what_the_start_shows()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Golden.ProjectFolder(), "..", "..", "README.md"));
        var block = Block().Match(readme);
        await using var source = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        await using var command = source.CreateCommand(block.Groups["sql"].Value);
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeTrue();
        $"gives {reader.GetInt64(0)} and {reader.GetInt64(1)}.".ShouldBe(block.Groups["gives"].Value);
        (await reader.ReadAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("schema/README.md")]
    public async Task Every_query_runs(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Golden.ProjectFolder(), "..", "..", name));
        await using var source = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        foreach (Match block in AnyBlock().Matches(text))
        {
            await using var command = source.CreateCommand(block.Groups["sql"].Value);
            await command.ExecuteNonQueryAsync();
        }
    }

    [GeneratedRegex("```sql\n(?<sql>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex AnyBlock();

    [GeneratedRegex("```sql\n(?<sql>.*?)\n```\n\n(?<gives>gives [0-9]+ and [0-9]+[.])", RegexOptions.Singleline)]
    private static partial Regex Block();
}
