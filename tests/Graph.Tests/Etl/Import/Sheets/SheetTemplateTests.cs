using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Rules.Sentences;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>What people download, and what is written about it.</summary>
public partial class SheetTemplateTests
{
    public static TheoryData<string> Kinds => [.. SheetKind.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_template_has_its_columns_lists_and_help(string name)
    {
        var kind = SheetKind.Find(name)!;
        using var zip = new ZipArchive(new MemoryStream(SheetTemplate.Write(kind, SheetFormat.Xlsx)));
        var text = new StringBuilder(Encoding.UTF8.GetString(SheetTemplate.Write(kind, SheetFormat.Csv)).TrimStart('\uFEFF'));
        foreach (var part in (string[])["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"])
        {
            using var reader = new StreamReader(zip.GetEntry(part)!.Open());
            // One element a line; the keys of relations are random.
            text.Append("== ")
                .Append(part)
                .Append('\n')
                .Append(Key().Replace(reader.ReadToEnd(), "r:id").Replace("><", ">\n<", StringComparison.Ordinal))
                .Append('\n');
        }
        Golden.Match($"Etl/Import/Sheets/Golden/{name}.txt", text.ToString());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_examples_are_rows_that_would_be_taken(string name)
    {
        var kind = SheetKind.Find(name)!;
        kind.Columns.ShouldAllBe(column =>
            column.Example.Length == 0
            || column.Type != ColumnType.Text && column.Type != ColumnType.List
            || column.Example.Contains("合成")
            || column.Example.StartsWith("POLITICAL")
        );
        var text =
            string.Join(',', kind.Columns.Select(column => column.Header))
            + "\n"
            + string.Join(',', kind.Columns.Select(column => column.Example))
            + "\n";
        Workbooks.Read(kind, Encoding.UTF8.GetBytes(text), "list.csv").Problems.ShouldBeEmpty();
    }

    /// <summary>What the pages and the exports call a value, a clerk writes into a sheet.</summary>
    [Theory]
    [InlineData("societies", "kind", "SocietyKind")]
    [InlineData("societies", "level", "Level")]
    [InlineData("societies", "operating_state", "OperatingState")]
    [InlineData("branches", "form", "OrganizationForm")]
    [InlineData("branches", "status", "BranchStatus")]
    [InlineData("branches", "category", "BranchCategory")]
    [InlineData("branches", "body", "BranchBody")]
    [InlineData("members", "status", "MemberStatus")]
    [InlineData("members", "sex", "Sex")]
    [InlineData("appointments", "post", "Post")]
    [InlineData("activities", "kind", "ActivityKind")]
    public void The_words_of_the_pages_are_taken(string kind, string column, string type) =>
        SheetKind
            .Find(kind)!
            .Columns.Single(one => one.Key == column)
            .Choices.ShouldAllBe(choice =>
                choice.Is(Choice.Plain(EnumWords.Of(choice.Value, Language.Chinese, type))) && EnumWords.Has(type, choice.Value)
            );

    [Theory, MemberData(nameof(Kinds))]
    public void No_header_of_a_kind_means_two_columns(string name)
    {
        var kind = SheetKind.Find(name)!;
        kind.Columns.SelectMany(column => (string[])[column.Header, column.Key, .. column.Aliases]).ShouldBeUnique();
        kind.Columns.Where(column => column.Choices.Count > 0)
            .ShouldAllBe(column => column.Choices.Sum(choice => choice.Word.Length + 1) < 255);
        kind.Columns.ShouldAllBe(column =>
            column
                .Choices.SelectMany(choice => new[] { choice.Value, choice.Word }.Distinct().Concat(choice.Aliases))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count() == column.Choices.Sum(choice => new[] { choice.Value, choice.Word }.Distinct().Count() + choice.Aliases.Length)
        );
    }

    /// <summary><c>UPDATE_GOLDEN=1</c> writes the tables anew.</summary>
    [Fact]
    public void The_page_on_imports_shows_each_kind_as_it_is()
    {
        const string path = "../../schema/README.md";
        const string begin = "<!-- sheets -->\n",
            end = "<!-- /sheets -->";
        var page = File.ReadAllText(Path.Combine(Golden.ProjectFolder(), path));
        var (first, last) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        Golden.Match(path, page[..first] + string.Join('\n', SheetKind.All.Select(SheetHelp.Markdown)) + page[last..]);
    }

    [GeneratedRegex("r:id=\"[^\"]*\"|xmlns:r=\"[^\"]*\"")]
    private static partial Regex Key();
}
