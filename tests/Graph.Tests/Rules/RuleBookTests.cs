using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>Which rule set says something, where and when: in memory and in SQL the same.</summary>
public sealed class RuleBookTests : IAsyncLifetime
{
    private static readonly RuleSet[] Sets =
    [
        Set("standard", "100000", null, null, isDefault: true),
        Set("nation-2020", "100000", "2020-01-01", "2022-01-01"),
        Set("henan", "410000", null, null),
        Set("pingdingshan-2019", "410400", "2019-01-01", null),
        Set("pingdingshan-2021", "410400", "2021-01-01", null),
        Set("pingdingshan-2021-other", "410400", "2021-06-01", null, section: "another"),
    ];

    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync()
    {
        database = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync("TRUNCATE graph.rule_set CASCADE");
        foreach (var set in Sets)
        {
            await connection.ExecuteAsync(
                "INSERT INTO graph.rule_set (code, title, region_code, effective_from, effective_to, is_default, content, "
                    + "checksum) VALUES (@Code, @Code, @Region, @From, @To, @IsDefault, @Content::jsonb, @Code)",
                new
                {
                    set.Code,
                    set.Region,
                    set.From,
                    set.To,
                    set.IsDefault,
                    Content = set.Content.GetRawText(),
                }
            );
        }
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("410400", "2021-01-01", "pingdingshan-2021")]
    [InlineData("410400", "2020-12-31", "pingdingshan-2019")]
    [InlineData("410400", "2018-12-31", "henan")]
    [InlineData("410000", "2021-01-01", "henan")]
    [InlineData("320500", "2021-12-31", "nation-2020")]
    [InlineData("320500", "2022-01-01", "standard")]
    [InlineData("999999", "2021-01-01", "standard")]
    public async Task The_nearest_that_is_in_effect_says_it(string region, string day, string expected)
    {
        await using var connection = await database.OpenConnectionAsync();
        var parents = (
            await connection.QueryAsync<(string Code, string Parent)>(
                "SELECT code::text, parent_code::text FROM graph.region WHERE parent_code IS NOT NULL"
            )
        ).ToDictionary(row => row.Code, row => row.Parent);
        var on = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        new RuleBook(Sets, parents).Section<Trial>(region, on).Of.ShouldBe(expected);
        (
            await connection.ExecuteScalarAsync<string>(
                "SELECT graph.rule_section(@region::char(6), 'trial', @on) ->> 'of'",
                new { region, on }
            )
        ).ShouldBe(expected);
    }

    [Fact]
    public void What_not_even_the_default_says_is_a_fault() =>
        Should
            .Throw<InvalidOperationException>(() =>
                new RuleBook(Sets[..0], new Dictionary<string, string>()).Section<Trial>("410400", default)
            )
            .Message.ShouldContain("trial");

    private static RuleSet Set(string code, string region, string? from, string? to, bool isDefault = false, string section = "trial") =>
        new(
            code,
            region,
            from is null ? null : DateOnly.Parse(from, CultureInfo.InvariantCulture),
            to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture),
            isDefault,
            JsonElement.Parse($$"""{ "{{section}}": { "of": "{{code}}" } }""")
        );

    private sealed record Trial(string Of) : ISection
    {
        public static string Key => "trial";

        public IEnumerable<(string Path, Sentence Problem)> Problems() => [];
    }
}
