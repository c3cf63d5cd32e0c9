using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Graph.Tests.Sql;

public sealed class TextGramsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("化", "化")]
    [InlineData("化学", "化学")]
    [InlineData("化学会", "化学 学会")]
    [InlineData("学学学", "学学")]
    // A character outside the basic plane is one, as PostgreSQL counts.
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("𠮷", "𠮷")]
    public void A_searched_text_is_its_pairs_or_its_one_character(string text, string grams) =>
        string.Join(' ', TextGrams.Searched(text)).ShouldBe(grams);

    [Fact]
    public void A_long_text_is_searched_by_its_beginning() =>
        TextGrams.Searched(new string([.. Enumerable.Range('一', 5_000).Select(letter => (char)letter)])).Length.ShouldBe(32);

    [Theory]
    [InlineData("", null)]
    [InlineData("化", "化,化")]
    [InlineData("化学会", "化,学,会,化学,学会,会")]
    [InlineData("𠮷 a", "𠮷, ,a,𠮷 , a,a")]
    public async Task The_database_keeps_every_character_and_every_pair(string text, string? grams)
    {
        await using var source = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        await using var connection = await source.OpenConnectionAsync();
        var kept = await connection.ExecuteScalarAsync<string?>("SELECT array_to_string(graph.text_grams(@text), ',')", new { text });
        kept.ShouldBe(grams);
    }
}
