using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

public class SqlStatementTests
{
    [Theory]
    [InlineData("a; b;", "a|b")]
    [InlineData("a; b", "a|b")]
    [InlineData(" ; ;\n", "")]
    [InlineData("-- only a comment; here\n", "")]
    [InlineData("/* x; /* y; */ z; */ a; b", "a|b")]
    [InlineData("a ';' b; c", "a ';' b|c")]
    [InlineData("a 'it''s;'; c", "a 'it''s;'|c")]
    [InlineData(@"a E'it\';'; c", @"a E'it\';'|c")]
    [InlineData(@"a E'it''s\';'; c", @"a E'it''s\';'|c")]
    [InlineData(@"a '\'; c", @"a '\'|c")]
    [InlineData("a \"x;y\"; c", "a \"x;y\"|c")]
    [InlineData("a $$ x; y $$; c", "a $$ x; y $$|c")]
    [InlineData("a $t$ x; $$ y; $t$; c", "a $t$ x; $$ y; $t$|c")]
    [InlineData("a$1$b; c$1$d", "a$1$b|c$1$d")]
    [InlineData("select $1; c", "select $1|c")]
    [InlineData("f BEGIN ATOMIC x; SELECT CASE a WHEN b THEN c END; END; d", "f BEGIN ATOMIC x; SELECT CASE a WHEN b THEN c END; END|d")]
    [InlineData("a 5 / 2 - 1; c", "a 5 / 2 - 1|c")]
    public void Semicolons_split_only_between_statements(string sql, string expected) =>
        string.Join('|', SqlStatement.Split(sql).Select(statement => statement.Text)).ShouldBe(expected);

    [Fact]
    public void A_statement_knows_its_first_word_and_where_it_begins()
    {
        const string sql = "a;\n-- about b\n/* more */ CREATE b;";
        var second = SqlStatement.Split(sql)[1];
        second.FirstWord.ShouldBe("create");
        second.Text.ShouldBe("CREATE b");
        SqlStatement.LineAt(sql, second.Start).ShouldBe(3);
    }

    [Theory]
    [InlineData("a 'open; b")]
    [InlineData("a \"open; b")]
    [InlineData("a $$ open; b")]
    [InlineData("a /* open; b")]
    public void What_is_never_closed_reaches_to_the_end(string sql) => SqlStatement.Split(sql).Count.ShouldBe(1);
}
